import { beforeEach, expect, it } from 'vitest';
import { newDb, newDrawer, topic, viewWith } from '../../../../tests/support/drawers.ts';
import type { Device } from '$lib/domain/device.ts';
import type { Person } from '$lib/domain/view.ts';
import type { DrawerDb } from '../local/db.ts';
import { makeCall } from '../local/make-call.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import type { WaitingCall } from '../view-state.ts';
import { firstFace } from './first-face.ts';

let db: DrawerDb;
let drawer: UnlockedDrawer;
beforeEach(async () => {
	db = newDb();
	drawer = await newDrawer(db, { name: 'Addie', picture: 'stripes_sea' });
});

const login = (id: string, more: Partial<Device> = {}) =>
	({ id, person_id: 'ada', cut_off_at: null, ...more }) as Device;
const shows = (me: Partial<Person> = {}, devices = [login('login')], waiting: WaitingCall[] = []) => {
	const ada = { id: 'ada', role: 'child', name: 'Ada', picture: null, ...me } as Person;
	return {
		view: viewWith([], { people: [ada], devices }),
		waiting
	};
};

it('the home is told the name and the picture that a child chose while joining', async () => {
	expect(await firstFace(db, drawer, shows())).toEqual({ name: 'Addie', picture: 'stripes_sea' });
});

it('once: not while that is on its way, and not when the home has a face of theirs', async () => {
	const call = makeCall('set_my_face', { name: 'Addie', picture: 'bird' }, crypto.randomUUID(), '2026-11-22T12:00:00Z');
	expect(await firstFace(db, drawer, shows({}, undefined, [{ call, state: 'refused', code: 'bad_name' }]))).toBeNull();
	expect(await firstFace(db, drawer, shows({ picture: 'bird' }))).toBeNull();
	const other: WaitingCall = { call: topic('other'), state: 'waiting', code: null };
	expect(await firstFace(db, drawer, shows({}, undefined, [other]))).not.toBeNull();
});

it('law 1: a device that was added later, perhaps by an adult, never renames the child', async () => {
	const older = login('older', { cut_off_at: '2026-11-20T12:00:00Z' });
	expect(await firstFace(db, drawer, shows({}, [older, login('login')]))).toBeNull();
	const someone = login('someone', { person_id: 'kai' });
	expect(await firstFace(db, drawer, shows({}, [someone, login('login')]))).not.toBeNull();
});

it('nothing is told before a first view came, nor of whoever works here', async () => {
	expect(await firstFace(db, drawer, { ...shows(), view: null })).toBeNull();
	expect(await firstFace(db, drawer, shows({ role: 'worker' }))).toBeNull();
});
