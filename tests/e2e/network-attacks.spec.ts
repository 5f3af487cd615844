import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { CallArgs, CallName } from '../../src/lib/domain/calls.ts';
import { Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

interface Said {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

/** A request as it is written, which a browser would tidy up first. */
function raw(
	base: string | undefined,
	path: string,
	{ method = 'GET', headers = {}, body = '' as string | Buffer } = {}
) {
	const { hostname, port } = new URL(base ?? '');
	return new Promise<Said>((done, failed) => {
		const asked = request({ hostname, port, path, method, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () =>
				done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() })
			);
		});
		asked.on('error', failed);
		asked.end(body);
	});
}

const keyOf = async (base: string | undefined): Promise<string> =>
	JSON.parse((await raw(base, '/config.json')).body).key;

test('no file beside the app can be had, however its way is written', async ({ baseURL }) => {
	const ways = [
		'/../package.json',
		'/%2e%2e/package.json',
		'/..%2fpackage.json',
		'/%5c..%5cpackage.json',
		'/en/..%2f..%2fpackage.json'
	];
	const more = [
		'//etc/passwd',
		'/%2fetc%2fpasswd',
		'/%00',
		'/en%00.html',
		'/.git/config',
		'/.data/demo',
		'/supabase/seed.sql',
		'/%',
		'/%ff%fe'
	];
	for (const way of [...ways, ...more, '/_app/../../package.json', '/__proto__', '/constructor', '/index.html/..']) {
		for (const accept of ['*/*', 'text/html']) {
			const { status, body } = await raw(baseURL, way, { headers: { accept } });
			expect([way, /"name": "sayso"|root:|\[core\]|insert into/.test(body)]).toEqual([way, false]);
			expect([way, status < 500]).toEqual([way, true]);
		}
	}
});

test('a piece of a file, another method and a method in disguise are answered as what they are', async ({
	baseURL
}) => {
	const whole = await raw(baseURL, '/en/help');
	const part = await raw(baseURL, '/en/help', { headers: { range: 'bytes=0-10' } });
	expect([part.status, part.body]).toEqual([206, whole.body.slice(0, 11)]);
	expect(part.headers['content-range']).toBe(`bytes 0-10/${Buffer.byteLength(whole.body)}`);
	for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
		expect([method, (await raw(baseURL, '/en/help', { method })).status]).toEqual([method, 405]);
	const key = await keyOf(baseURL);
	const hidden = { apikey: key, 'x-http-method-override': 'POST', 'x-method-override': 'POST' };
	expect((await raw(baseURL, '/rest/v1/rpc/check_code', { headers: hidden })).status).toBe(404);
	const said = { apikey: key, 'content-type': 'application/json', 'x-http-method-override': 'DELETE' };
	const asked = { method: 'POST', headers: said, body: '{"code":"X"}' };
	expect((await raw(baseURL, '/rest/v1/rpc/check_code', asked)).status).toBe(200);
});

test('letters that are none, and a body that says it is packed, harm nobody', async ({ baseURL }) => {
	const headers = { apikey: await keyOf(baseURL), 'content-type': 'application/json' };
	const ask = (body: Buffer, more: Record<string, string> = {}) =>
		raw(baseURL, '/rest/v1/rpc/check_code', { method: 'POST', headers: { ...headers, ...more }, body });
	const broken = Buffer.concat([
		Buffer.from('{"code":"'),
		Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
		Buffer.from('"}')
	]);
	expect(JSON.parse((await ask(broken)).body)).toEqual({ state: 'unknown', for: null });
	expect((await ask(Buffer.from([0x1f, 0x8b, 8, 0]), { 'content-encoding': 'gzip' })).status).toBe(400);
	expect((await ask(Buffer.from(`{"code":${'['.repeat(5000)}${']'.repeat(5000)}}`))).status).toBe(400);
});

/** What only adults may do, as a child's own device would ask for it. */
async function adultsCalls(home: Home) {
	const [robin, kai, jo] = await Promise.all(['Robin', 'Kai', 'Jo'].map((name) => home.idOf(name)));
	const id = randomUUID;
	const [child = '', other = '', worker = ''] = [robin, kai, jo];
	const item = (await (await home.as('jo')).view()).items.find(({ child_id }) => child_id === child)?.id ?? '';
	const answer = {
		answer: 'yes',
		because: 'So.',
		will_happen: 'So.',
		by_day: '2030-01-03',
		asked_whom: null,
		asked_on: null
	} as const;
	const plan = { starts_at: '2030-01-03T16:30:00.000Z', place: 'x', how: 'walk', purpose: '' } as const;
	const calls: { [N in CallName]?: CallArgs[N] } = {
		add_person: { id: id(), role: 'manager', name: `Me ${id().slice(0, 8)}` },
		set_at_work: { person: worker, at_work: false },
		person_left: { person: worker },
		set_key_worker: { id: id(), child: other, worker, place: 2, because: 'x' },
		invite: { id: id(), person: other, device: 'mine', code_hash: '0'.repeat(64) },
		answer_item: { id: id(), item, ...answer },
		open_item: { id: id(), item },
		plan_session: { id: id(), event: id(), child, ...plan },
		make_promise: { id: id(), child, session: null, owner: worker, words: 'x', due: '2030-01-03' },
		write_note: {
			id: id(),
			symbol: null,
			words: 'x',
			picture: null,
			readers: [worker],
			left_out: [],
			shown: [worker],
			child: other
		},
		share_to_keep_safe: {
			id: id(),
			item,
			with: [worker],
			worry_about: null,
			because: 'x',
			told_child: false,
			hidden: true
		},
		set_away: { id: id(), worker, from_at: '2030-01-01T00:00:00Z', until: '2030-01-02T00:00:00Z', cover: null }
	};
	return calls;
}

test('a child’s device that asks for what adults do is refused each of it, and nothing changes', async ({ home }) => {
	const robin = await home.as('robin');
	const before = JSON.stringify((await (await home.as('pat')).view()).people);
	const told: string[] = [];
	for (const [name, args] of Object.entries(await adultsCalls(home))) {
		const refused = await robin.call(name as CallName, args as never).then(
			() => 'done',
			(problem: Error) => problem.message
		);
		told.push(refused);
	}
	const forWantOfARight = /^\w+: (not_yours|no_such_\w+|person_not_changed)$/; // not for how it is written
	expect(told.length).toBeGreaterThan(11);
	expect(told.filter((one) => !forWantOfARight.test(one))).toEqual([]);
	expect(JSON.stringify((await (await home.as('pat')).view()).people)).toBe(before);
});

test('a child cannot ask as another child, nor look at their drawings; who is not signed in asks for nobody', async ({
	home,
	baseURL
}) => {
	const [adas, bens] = [await home.addChild(`Ada ${randomUUID()}`), await home.addChild(`Ben ${randomUUID()}`)];
	const [ada, ben] = [await home.account(await home.code(adas)), await home.account(await home.code(bens))];
	const drawing = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(32)]);
	const hash = createHash('sha256').update(drawing).digest('hex');
	await ada.call('put_picture', { hash, data: drawing.toString('base64') });
	const jo = await home.idOf('Jo');
	const wish = { id: randomUUID(), symbol: null, words: '', picture: hash, may_move: false };
	await ada.call('send_wish', { ...wish, readers: [jo], left_out: [], shown: [jo] });
	expect(await ada.pictures([hash])).toHaveLength(1);
	expect(await (await home.as('jo')).pictures([hash])).toHaveLength(1);
	expect(await ben.pictures([hash, '0'.repeat(64), "' or true --"])).toEqual([]);
	expect((await ada.view(adas)).me).toBe(adas);
	await expect(ben.view(adas)).rejects.toThrow(/my_view: 403/);
	const headers = { apikey: await keyOf(baseURL), 'content-type': 'application/json' };
	const body = JSON.stringify({ person: adas });
	expect((await raw(baseURL, '/rest/v1/rpc/my_view', { method: 'POST', headers, body })).status).toBe(401);
});

test('who types a wrong password again and again is told to wait, in words', async ({ page }) => {
	await page.goto('/work/sign-in');
	await page.getByLabel('E-mail').fill(`nobody-${randomUUID()}@example.invalid`);
	await page.getByLabel('Password').fill('not the right one');
	const enter = page.getByRole('button', { name: 'Sign in' });
	await enter.click();
	await expect(new Child(page).words('The e-mail address or the password is not right.')).toBeVisible();
	// What the server says once there were too many (supabase/server/gate/gate.test.ts); the made-up home lets a hundred times as many by.
	const body = JSON.stringify({ code: 429, error_code: 'over_request_rate_limit', msg: 'Request rate limit reached' });
	const headers = { 'content-type': 'application/json', 'retry-after': '7' };
	await page.route(/grant_type=password/, (route) => route.fulfill({ status: 429, headers, body }));
	await enter.click();
	await expect(new Child(page).words('Too many tries. Wait a little, then try once more.')).toBeVisible();
});
