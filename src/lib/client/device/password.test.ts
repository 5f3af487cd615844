import { beforeEach, expect, it } from 'vitest';
import { applyTopic, newDb, viewWith } from '../../../../tests/support/drawers.ts';
import type { View } from '$lib/domain/view.ts';
import { readSession } from '../local/accounts.ts';
import type { World } from '$lib/platform/world.ts';
import type { Failure, Remote } from '../outbound/reply.ts';
import { problemOf } from '../result.ts';
import { Device } from './device.ts';
import { signInStaff } from './join.ts';
import { changePassword } from './password.ts';

const SAM = { email: 'sam@maple.example', password: 'three budgies on a bus' };
const NEW = 'four budgies on a bus';
const fail = (status: number, code: string): Failure => ({ ok: false, status, code, wait: null });

let device: Device;
let db: ReturnType<typeof newDb>;
let password: string; // what the server takes
let online: boolean;
let lost: boolean; // the answer to a change does not arrive

const tokens = (of: string) => ({ ok: true, value: { access_token: of, refresh_token: of } });
const remote = {
	async signIn(who: typeof SAM) {
		if (!online) return fail(0, 'offline');
		return who.password === password ? tokens(who.password) : fail(400, 'invalid_credentials');
	},
	async changePassword(who: typeof SAM, changed: string) {
		if (!online) return fail(0, 'offline');
		if (who.password !== password) return fail(400, 'invalid_credentials');
		password = changed;
		return lost ? fail(0, 'offline') : tokens(changed);
	},
	myView: async () => fail(0, 'offline')
} as unknown as Remote;

beforeEach(async () => {
	[db, password, online, lost] = [newDb(), SAM.password, true, false];
	const world: World = {
		...{ now: () => 0, steady: () => 0, chance: () => 0.5, online: () => online, visible: () => true },
		...{ onOnline: () => () => undefined, after: () => () => undefined, withLock: (_, work) => work() },
		tabs: { tell: () => undefined, hear: () => () => undefined }
	};
	const rules = { apply: applyTopic, check: () => null, sieve: () => viewWith([]) as View };
	const parts = { db, world, remoteFor: () => remote, demoCode: async () => null, iterations: 1 };
	device = new Device({ ...parts, ...rules }, () => undefined);
	await device.start();
	await device.enter(signInStaff, SAM);
});

const change = async (over: { email?: string; old?: string; password?: string } = {}) =>
	problemOf(
		await device.changeWay((deps, opened) =>
			changePassword(deps, opened, { email: SAM.email, old: SAM.password, password: NEW, ...over })
		)
	);
const opensOffline = async (typed: string) => {
	await device.lock();
	online = false;
	const entered = await device.enter(signInStaff, { ...SAM, password: typed });
	online = true;
	return entered.ok;
};

it('opens the same drawer with the new password, and with the old one no more; the new session is kept', async () => {
	const { drawer } = device.opened!;
	expect(await change({ email: ' Sam@Maple.example' })).toBeNull();
	expect(await readSession(db, drawer)).toMatchObject({ access_token: NEW });
	expect(await opensOffline(SAM.password)).toBe(false);
	expect(await opensOffline(NEW)).toBe(true);
	expect(device.opened?.drawer.id).toBe(drawer.id);
});

it.each([
	['the old password is wrong', { old: 'not the password' }, 'wrong_password'],
	['the e-mail is somebody else’s', { email: 'jo@maple.example' }, 'wrong_password'],
	['the new one is too short', { password: 'short' }, 'weak_password']
])('changes nothing where %s', async (_, over, problem) => {
	expect(await change(over)).toBe(problem);
	expect(password).toBe(SAM.password);
	expect(await opensOffline(SAM.password)).toBe(true);
});

it('changes nothing here where the server says no, or there is no network', async () => {
	online = false;
	expect(await change()).toBe('offline');
	[online, password] = [true, 'changed elsewhere meanwhile'];
	expect(await change()).toBe('wrong_password');
	expect(await opensOffline(SAM.password)).toBe(true);
});

it('an answer that is lost is asked for: where the new password signs in, it was changed', async () => {
	lost = true;
	expect(await change()).toBeNull();
	expect(await opensOffline(NEW)).toBe(true);
});
