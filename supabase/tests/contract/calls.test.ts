import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../engines.ts';
import { call, done, openMaple, openWorld, send, view, wish, type Somebody, type World } from './world.ts';

describe.each(ENGINES)('what is said arrives once, on %s', (engine) => {
	let world: World;
	let maple: Awaited<ReturnType<typeof openMaple>>;
	beforeAll(async () => {
		world = await openWorld(engine);
		maple = await openMaple(world);
	});
	afterAll(() => world.close());

	const items = async (who: Somebody) => (await view(who)).items.map(({ words }) => words);

	it('Robin asks, Jo reads it, and Sam, who was left out, finds no trace', async () => {
		const { robin, jo, sam, pat, kai } = maple;
		await done(robin, [wish('Ring Leo on school nights', [jo], [sam])]);
		expect(await items(jo)).toEqual(['Ring Leo on school nights']);
		for (const other of [sam, pat, kai]) expect(JSON.stringify(await view(other))).not.toContain('Leo');
	});

	it('a view that has not changed is not sent again', async () => {
		const { data } = await maple.robin.client.rpc('my_view', { person: null });
		const again = await maple.robin.client.rpc('my_view', { person: null, known_version: data.version, shape: 1 });
		expect(again.data).toEqual({ version: data.version, now: expect.any(String), lacks: false, view: null });
		expect(again.data.now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/);
	});

	it('a call that comes twice is done once, and with other words under its id is refused', async () => {
		const asked = wish('More pancakes', [maple.jo]);
		const [first] = await send(maple.robin, [asked]);
		expect(first).toMatchObject({ id: asked.id, end: 'done' });
		expect(await send(maple.robin, [asked])).toEqual([first]);
		expect(await send(maple.robin, [{ ...asked, args: { ...asked.args, words: 'Fewer' } }])).toEqual([
			{ id: asked.id, end: 'refused', code: 'same_id_other_args' }
		]);
		expect((await items(maple.robin)).filter((words) => words === 'More pancakes')).toHaveLength(1);
	});

	it('of a batch, what is wrong is refused and the rest is done, in order', async () => {
		const [one, two] = [wish('One', [maple.jo]), wish('Two', [maple.jo])];
		const unknown = { id: randomUUID(), name: 'call_from_the_future', args: {}, at: '' };
		const answer = await send(maple.robin, [one, wish('', [maple.jo]), unknown, two]);
		expect(answer.map((outcome) => (outcome.end === 'done' ? 'done' : outcome.code))).toEqual([
			'done',
			'nothing_said',
			'no_such_call',
			'done'
		]);
	});

	it('fifty long wishes in Arabic fit in one request', async () => {
		const long = Array.from({ length: 50 }, () => wish('هل أستطيع '.repeat(400), [maple.jo]));
		const halves = [long.slice(0, 25), long.slice(25)];
		for (const half of halves)
			await done(
				maple.kai,
				half.map((one) => ({ ...one }))
			);
		expect(await items(maple.kai)).toHaveLength(50);
	});

	it('a drawing of 60 kB travels, and comes back byte for byte', async () => {
		const bytes = Buffer.concat([Buffer.from('RIFF____WEBPVP8 '), Buffer.alloc(60_000 - 16, 7)]);
		const { createHash } = await import('node:crypto');
		const hash = createHash('sha256').update(bytes).digest('hex');
		await done(maple.robin, [call('put_picture', { hash, data: bytes.toString('base64') })]);
		const mine = await maple.robin.client.rpc('my_pictures', { person: null, hashes: [hash] });
		expect(mine.data).toEqual([{ hash, data: bytes.toString('base64') }]);
		expect((await maple.kai.client.rpc('my_pictures', { person: null, hashes: [hash] })).data).toEqual([]);
	});

	it('two hundred requests of five people at once: nobody gets another’s view, nothing is lost', async () => {
		const people = Object.values(maple);
		const visitor = world.visitor();
		const rounds = Array.from({ length: 20 }, (_, round) => round).flatMap((round) => [
			...people.map(async (who) => {
				const { data, error } = await who.client.rpc('my_view', { person: null });
				expect(error).toBeNull();
				expect(data.view.me).toBe(who.id);
			}),
			...[maple.robin, maple.kai].map((child) => done(child, [wish(`${child.id} ${round}`, [maple.jo])])),
			visitor.rpc('my_view', { person: null }).then(({ status }) => expect(status).toBe(401))
		]);
		await Promise.all(rounds);
		for (const child of [maple.robin, maple.kai]) {
			const said = (await view(child)).items.filter(({ words }) => /^[0-9a-f-]{36} \d+$/.test(words));
			expect(said).toHaveLength(20);
			for (const { words } of said) expect(words).toContain(child.id);
		}
	});

	it('asked in the same breath, each request still acts for whom it says', async () => {
		const people = [...Object.values(maple), null];
		const ask = async (who: Somebody | null) => {
			const headers = { apikey: world.backend.publishable, ...(who && { authorization: `Bearer ${who.token}` }) };
			const request = new Request(`${world.url}/rest/v1/rpc/my_view`, {
				method: 'POST',
				headers,
				body: '{"person":null}'
			});
			const answer = await world.backend.gate(request, { address: '127.0.0.1' });
			return answer.status === 200 ? (await answer.json()).view.me : answer.status;
		};
		for (let round = 0; round < 5; round++) {
			expect(await Promise.all(people.map(ask))).toEqual(people.map((who) => who?.id ?? 401));
		}
	});
});
