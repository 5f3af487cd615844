import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home } from './home.ts';
import { joinChild, joinStaff, signInStaff } from '../../src/lib/client/device/join.ts';
import { problemOf } from '../../src/lib/client/result.ts';
import type { Page } from './page.ts';

const CODE = 'ABCDEFGHJKLM';
const SAM = { email: 'sam@maple.example', password: 'correct horse battery' };
let home: Home;
let page: Page;
beforeEach(async () => {
	home = new Home(1);
	page = await home.open();
});
afterEach(() => home.end());

const lines = (rows: { name: string }[] | undefined) => rows?.map(({ name }) => name);

describe('a child joins', () => {
	it('with a code, and is in', async () => {
		expect(await home.join(page, 'Ada', CODE)).toBeNull();
		await home.clock.run(1000);
		expect(page.shown).toMatchObject({ state: 'open', view: { me: 'Ada' } });
		expect(lines(page.shown.drawers)).toEqual(['Ada']);
	});

	it('however the code was typed', async () => {
		home.server.invite(CODE, 'Ada');
		expect(await home.join(page, 'Ada', ' abcd-efgh jklm')).toBeNull();
	});

	it.each([
		['no code at all', 'x', 'code_unknown'],
		['a code that nobody made', 'MMMMMMMMMMMM', 'code_unknown'],
		['a code for staff', 'STAFFCDEFGHJ', 'code_for_staff']
	])('with %s, and is told so', async (_, code, problem) => {
		home.server.invite('STAFFCDEFGHJ', 'Sam', 'staff');
		const joining = { code, name: 'Ada', picture: null, lock: 'pin', secret: '135790' } as const;
		expect(await home.comeIn(page, joinChild, joining)).toBe(problem);
		expect(await page.db.drawers.count()).toBe(0);
	});

	it('with a code that was used, and is told so', async () => {
		await home.join(page, 'Ada', CODE);
		const other = await home.open(home.newTablet('other'));
		expect(await home.join(other, 'Ada', CODE)).toBe('code_used');
	});

	it.each([
		[{ name: '  ' }, 'no_name'],
		[{ name: 'x'.repeat(41) }, 'name_too_long'],
		[{ secret: '13579' }, 'secret_too_short'],
		[{ secret: '123456' }, 'secret_too_easy']
	])('with %o, and is asked again before the code is spent', async (given, problem) => {
		home.server.invite(CODE, 'Ada');
		const joining = { code: CODE, name: 'Ada', picture: null, lock: 'pin', secret: '135790', ...given } as const;
		expect(await home.comeIn(page, joinChild, joining)).toBe(problem);
		expect(home.server.codeState(CODE).state).toBe('good');
	});

	it('without a network, and is told so', async () => {
		home.network.on = false;
		expect(await home.join(page, 'Ada', CODE)).toBe('offline');
	});

	it('when the answer to the sign-up is lost: the device is in all the same', async () => {
		home.network.next = [null, 'dropped_after'];
		expect(await home.join(page, 'Ada', CODE)).toBeNull();
	});

	it('when the network goes right after the sign-up: the same code works a second time on this device, and on no other', async () => {
		home.network.next = [null, 'dropped_after', 'dropped_before'];
		expect(await home.join(page, 'Ada', CODE)).toBe('offline');
		const other = await home.open(home.newTablet('other'));
		expect(await home.join(other, 'Ada', CODE)).toBe('code_used');
		expect(await home.join(page, 'Ada', CODE)).toBeNull();
		expect(await page.db.joining.count()).toBe(0);
	});

	it('when the page is killed at any moment: then the drawer is there, or the same code works again', async () => {
		let killed = 0;
		for (let steps = 1; steps < 40; steps++) {
			const [child, code] = [`child ${steps}`, `ABCDEFGHJK${'LMNPQRST'[steps % 8]}${'LMNPQ'[Math.floor(steps / 8)]}`];
			home.server.invite(code, child);
			const dying = await home.open();
			dying.diesIn = steps;
			void home.join(dying, child, code).catch(() => undefined);
			await home.clock.run(20_000);
			if (dying.dead) killed++;
			dying.kill();
			const again = await home.open();
			const drawer = again.shown.drawers?.find(({ name }) => name === child);
			if (drawer) expect(await home.until(again.device.open(drawer.id, '135790'))).toBe('open');
			else expect([steps, await home.join(again, child, code)]).toEqual([steps, null]);
			again.kill();
		}
		expect(killed).toBeGreaterThan(10);
	});
});

describe('staff', () => {
	const join = (on: Page, who = SAM) => home.comeIn(on, joinStaff, { code: CODE, ...who });
	const signIn = (on: Page, who = SAM) => home.comeIn(on, signInStaff, who);
	beforeEach(() => {
		home.server.invite(CODE, 'Sam', 'staff');
		page.person = 'Sam';
	});

	it('join with a code, an address and a password, and show nothing on the door', async () => {
		expect(await join(page)).toBeNull();
		expect(page.shown).toMatchObject({ state: 'open', drawers: [] });
		const rows = JSON.stringify(await page.db.drawers.toArray());
		expect(rows).not.toMatch(/sam|maple/i);
	});

	it('open their drawer offline with the same password, and with no other', async () => {
		await join(page);
		await page.device.lock();
		home.network.on = false;
		expect(await signIn(page, { ...SAM, password: 'wrong horse battery' })).toBe('wrong_password');
		expect(await signIn(page, { ...SAM, email: ' SAM@maple.example' })).toBeNull();
	});

	it('wait after wrong tries like everybody else, also offline', async () => {
		await join(page);
		await page.device.lock();
		home.network.on = false;
		for (let i = 0; i < 3; i++) await signIn(page, { ...SAM, password: 'wrong horse battery' });
		expect(await signIn(page)).toBe('wait');
	});

	it('sign in on another device with the network', async () => {
		await join(page);
		const other = await home.open(home.newTablet('other'));
		other.person = 'Sam';
		home.network.on = false;
		expect(await signIn(other)).toBe('offline');
		home.network.on = true;
		expect(await signIn(other, { ...SAM, password: 'wrong horse battery' })).toBe('wrong_password');
		expect(await signIn(other)).toBeNull();
	});

	it('whose password was changed elsewhere sign in with the new one, and what they had not sent goes with them', async () => {
		await join(page);
		home.network.on = false;
		const args = { id: 'item', symbol: null, words: 'from Sam', picture: null, readers: [], left_out: [], shown: [] };
		expect(problemOf(await home.until(page.device.opened!.call('put_topic', args)))).toBeNull();
		await page.device.lock();
		home.server.changePassword(SAM.email, 'another long password');
		home.network.on = true;
		expect(await signIn(page, { ...SAM, password: 'another long password' })).toBeNull();
		await home.clock.run(3000);
		expect(home.server.people.get('Sam')?.log).toEqual(['from Sam']);
		expect(await page.db.drawers.count()).toBe(1);
	});

	it.each([
		[{ email: 'sam' }, 'bad_email'],
		[{ password: 'too short' }, 'weak_password']
	])('with %o are asked again before the code is spent', async (given, problem) => {
		expect(await join(page, { ...SAM, ...given })).toBe(problem);
		expect(home.server.codeState(CODE).state).toBe('good');
	});

	it('with an address that is taken are told so', async () => {
		await join(page);
		home.server.invite('BCDEFGHJKLMN', 'Jo', 'staff');
		const other = await home.open(home.newTablet('other'));
		const joining = { code: 'BCDEFGHJKLMN', ...SAM };
		expect(await home.comeIn(other, joinStaff, joining)).toBe('email_taken');
	});

	it('who mistyped their address without a network may correct it', async () => {
		home.network.next = [null, 'dropped_before', 'dropped_before'];
		expect(await join(page, { ...SAM, email: 'smm@maple.example' })).toBe('offline');
		expect(await join(page)).toBeNull();
		await page.device.lock();
		expect(await signIn(page)).toBeNull();
	});

	it("send only while their drawer is open, a child's wish leaves a shut one", async () => {
		await join(page);
		home.network.on = false;
		await home.say(page, 'from Sam');
		await page.device.lock();
		home.network.on = true;
		await home.join(page, 'Ada', 'BCDEFGHJKLMN');
		home.network.on = false;
		await home.say(page, 'from Ada');
		await page.device.lock();
		home.network.on = true;
		page.hearOnline();
		await home.clock.run(5000);
		expect(home.server.people.get('Ada')?.log).toEqual(['from Ada']);
		expect(home.server.people.get('Sam')?.log).toEqual([]);
		expect((await page.db.outbox.toArray()).map(({ state }) => state)).toEqual(['waiting', 'done']); // his may still be mended
	});
});
