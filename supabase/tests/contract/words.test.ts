import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownName } from '../../../src/lib/domain/text/names.ts';
import { isBlank } from '../../../src/lib/domain/text/words.ts';
import { ENGINES } from '../engines.ts';
import { NAUGHTY } from './naughty.ts';
import { call, done, openMaple, openWorld, send, view, wish, type World } from './world.ts';

/** What can be kept of it: PostgreSQL has no NUL, and no half of a surrogate pair. */
const kept = (text: string) => text.toWellFormed().replaceAll('\0', '');

const some = (step: number) => NAUGHTY.filter((text, at) => at % step === 0 && !isBlank(kept(text)));

describe.each(ENGINES)('any words at all, on %s', (engine) => {
	let world: World;
	let maple: Awaited<ReturnType<typeof openMaple>>;
	beforeAll(async () => {
		world = await openWorld(engine);
		maple = await openMaple(world);
	});
	afterAll(() => world.close());

	it(`${NAUGHTY.length} awkward texts come back as they were written, to the character`, async () => {
		const said = NAUGHTY.filter((text) => !isBlank(kept(text)));
		const wishes = said.map((text) => wish(text, [maple.jo]));
		for (let at = 0; at < wishes.length; at += 25) await done(maple.robin, wishes.slice(at, at + 25));
		const byId = new Map((await view(maple.jo)).items.map(({ id, words }) => [id, words]));
		for (const [at, text] of said.entries()) expect(byId.get(wishes[at]!.args.id)).toBe(kept(text));
	});

	it('nothing but a NUL is nothing said: refused, and what was said after it arrives', async () => {
		const after = wish('after it', [maple.jo]);
		const [empty, next] = await send(maple.kai, [wish('\0', [maple.jo]), after]);
		expect([empty, next?.end]).toEqual([{ id: expect.any(String), end: 'refused', code: 'nothing_said' }, 'done']);
		expect(await send(maple.kai, [after])).toEqual([next]);
	});

	it('awkward names do no harm either', async () => {
		let taken = 0;
		for (const text of some(16).map((one) => [...one].slice(0, 30).join(''))) {
			const [outcome] = await send(maple.robin, [call('set_my_face', { name: text, picture: null })]);
			if (outcome!.end !== 'done') continue;
			const me = (await view(maple.robin)).people.find(({ id }) => id === maple.robin.id);
			expect(me!.name).toBe(shownName(kept(text)));
			taken++;
		}
		expect(taken).toBeGreaterThan(10);
	});

	it('awkward codes and passwords are only wrong ones', async () => {
		for (const text of some(12)) {
			const { data, status } = await world.visitor().rpc('check_code', { code: text });
			expect([status, data]).toEqual([200, { state: 'unknown', for: null }]);
		}
		for (const [place, text] of some(20).entries()) {
			const email = `a${place}@example.invalid`; // five wrong ones of one account would slow it down
			const { error } = await world.visitor().auth.signInWithPassword({ email, password: text });
			expect([400, 422]).toContain(error?.status);
		}
	});
});
