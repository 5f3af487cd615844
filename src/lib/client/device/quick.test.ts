import { beforeEach, expect, it } from 'vitest';
import { applyTopic, newDb, viewWith } from '../../../../tests/support/drawers.ts';
import type { View } from '$lib/domain/view.ts';
import { withLock } from '$lib/platform/with-lock.ts';
import type { World } from '$lib/platform/world.ts';
import type { Deps } from '../deps.ts';
import type { Failure, Remote } from '../outbound/reply.ts';
import type { ViewState } from '../view-state.ts';
import { Device } from './device.ts';
import { signInStaff } from './join.ts';
import { dropQuick, whatIsKnown, setQuick } from './quick.ts';

const SAM = { email: 'sam@maple.example', password: 'three budgies on a bus' };
const NUMBERS = '258036';
const fail = (status: number, code: string): Failure => ({ ok: false, status, code, wait: null });
const session = { access_token: 'token', refresh_token: 'refresh' };

let device: Device;
let shown: Partial<ViewState>;
let now: number;
let steady: number;
let serverTime: number;
let password: string; // what the server takes
let answers: Failure | null; // what it says instead of a view
let db: ReturnType<typeof newDb>;

const sam = { id: 'sam', role: 'worker', name: 'Sam', picture: 'sun' };
const view = (): View => viewWith([], { me: 'sam', people: [sam] as unknown as View['people'] });
const remote = {
	signIn: async (who: typeof SAM) =>
		who.password === password ? { ok: true, value: session } : fail(400, 'invalid_credentials'),
	refresh: async () => fail(400, 'refresh_token_not_found'),
	myView: async () =>
		answers ?? {
			ok: true,
			value: { version: '1', now: new Date(serverTime).toISOString(), view: view(), lacks: false }
		},
	myPictures: async () => ({ ok: true, value: [] })
} as unknown as Remote;

beforeEach(async () => {
	now = serverTime = Date.parse('2026-12-01T07:00:00Z');
	[steady, password, answers, shown] = [0, SAM.password, null, {}];
	db = newDb();
	const world: World = {
		...{ now: () => now, steady: () => steady, chance: () => 0.5, online: () => true, visible: () => true },
		...{ onOnline: () => () => undefined, after: () => () => undefined },
		withLock: (name, work) => withLock(name, work),
		tabs: { tell: () => undefined, hear: () => () => undefined }
	};
	const rules = { apply: applyTopic, check: () => null, sieve: (it: View) => it } as Pick<
		Deps,
		'apply' | 'check' | 'sieve'
	>;
	const parts = { db, world, remoteFor: () => remote, demoCode: async () => null, iterations: 1 };
	device = new Device({ ...parts, ...rules }, (news) => Object.assign(shown, news));
	await device.start();
	await device.enter(signInStaff, SAM);
	await device.opened?.refresh();
});

const set = (password: string | null = null, pin = NUMBERS, own = false) =>
	device.changeWay((deps, opened) => setQuick(deps, opened, { pin, own, password }));
const id = () => shown.faces?.[0]?.id ?? '';
const locked = async () => {
	await device.lock();
	expect(shown.view).toBeNull();
};

it('numbers are set with the password that was typed a moment ago, and open what it opens', async () => {
	expect(
		await device.changeWay(async (deps, opened) => ({ ok: true, value: await whatIsKnown(deps, opened) }))
	).toEqual({ ok: true, value: 'typed' });
	expect(await set()).toMatchObject({ ok: true });
	expect(shown.faces).toMatchObject([{ name: 'Sam', picture: 'sun', opens: true, own: false }]);
	await locked();
	expect(await device.openQuick(id(), '147036')).toEqual({ left: 4 });
	expect(await device.openQuick(id(), NUMBERS)).toBe('open');
	expect(shown.view?.me).toBe('sam');
});

it('are as strict as a child’s: not short, not a run, not nearly all the same', async () => {
	for (const [pin, problem] of [
		['2580', 'secret_too_short'],
		['123456', 'secret_too_easy'],
		['111112', 'secret_too_easy'],
		['25803a', 'secret_not_digits']
	] as const)
		expect(await set(null, pin)).toEqual({ ok: false, problem });
	expect(shown.faces ?? []).toEqual([]);
});

it('whoever opened by numbers chooses no new ones, and no longer time, without the password', async () => {
	await set();
	await locked();
	await device.openQuick(id(), NUMBERS);
	const { opened, deps } = device;
	expect(await whatIsKnown(deps, opened!)).toBeNull();
	expect(await set(null, '147036', true)).toEqual({ ok: false, problem: 'wrong_password' });
	expect(await set('not the password', '147036', true)).toEqual({ ok: false, problem: 'wrong_password' });
	expect(shown.faces).toMatchObject([{ own: false, opens: true }]); // as they were before
	expect(await set(SAM.password, '147036', true)).toMatchObject({ ok: true });
	await locked();
	expect(await device.openQuick(id(), NUMBERS)).toEqual({ left: 4 });
	expect(await device.openQuick(id(), '147036')).toBe('open');
});

it('one who is switched off sees nothing more once the server is heard, and the numbers are gone', async () => {
	await set();
	await locked();
	answers = fail(403, 'nobody');
	await device.openQuick(id(), NUMBERS);
	await device.opened?.refresh();
	expect(shown).toMatchObject({ state: 'cut_off', view: null });
	await locked();
	expect(await device.openQuick(id(), NUMBERS)).toBe('ended');
	expect((await db.quick.toArray())[0]).toMatchObject({ keys: null, latch: null, why: 'off' });
});

it('where the sign-in was ended, numbers open nothing: the drawer shuts, and the password is asked for', async () => {
	await set();
	await locked();
	answers = fail(401, 'x');
	await device.openQuick(id(), NUMBERS);
	for (let turns = 0; shown.state !== 'shut' && turns < 100; turns++)
		await new Promise((later) => setTimeout(later, 5));
	expect(shown).toMatchObject({ state: 'shut', view: null });
	expect(await device.openQuick(id(), NUMBERS)).toBe('ended');
	expect((await db.quick.toArray())[0]).toMatchObject({ keys: null, why: 'signed_out' });
});

it('their time runs while a drawer is open by a clock that nobody sets, and by the server’s', async () => {
	await set();
	steady += 11 * 3_600_000;
	await locked();
	expect(await device.openQuick(id(), NUMBERS)).toBe('open');
	steady += 3_600_000;
	await locked();
	expect(await device.openQuick(id(), NUMBERS)).toBe('ended'); // though this device's clock stood still
	await device.enter(signInStaff, SAM);
	await device.opened?.refresh();
	serverTime += 12 * 3_600_000;
	await device.opened?.refresh();
	await locked();
	expect(await device.openQuick(id(), NUMBERS)).toBe('ended');
});

it('a password that was changed elsewhere makes a new drawer, and the old one opens by no numbers', async () => {
	await set();
	await locked();
	password = 'four budgies on a bus';
	expect(await device.enter(signInStaff, { ...SAM, password })).toMatchObject({ ok: true });
	await locked();
	expect(await db.quick.count()).toBe(0);
});

it('turned off, nobody stands at the door', async () => {
	await set();
	await device.changeWay(dropQuick);
	expect(shown.faces).toEqual([]);
	await locked();
	expect(await device.changeWay(dropQuick)).toEqual({ ok: false, problem: 'shut' });
});
