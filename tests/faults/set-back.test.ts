import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home } from './home.ts';
import { Meant } from './model.ts';
import type { Page } from './page.ts';
import { Hand } from './person.ts';

const CODE = 'ABCDEFGHJKLM';
let home: Home;
let page: Page;
let meant: Meant;
beforeEach(async () => {
	home = new Home(1);
	meant = new Meant();
	page = await home.open();
	await home.join(page, 'Ada', CODE);
	await home.clock.run(2000);
});
afterEach(() => {
	home.end();
});

async function say(words = meant.nextWords('said')): Promise<string> {
	await home.until(new Hand(page, meant, home.chance).say('said'));
	return words;
}
const log = () => home.server.people.get('Ada')?.log;
const waits = () => page.shown.waiting?.map(({ state, code }) => `${state} ${code}`);
const setBack = (silent: boolean) => home.server.restoreBackup(home.clock.now, { silent });

describe('the server was set back to an earlier day', () => {
	it.each([
		['by a dump, which is another life', false],
		['by a disk that was copied back, which shows nothing', true]
	])('%s: the device notices, says so, and sends again', async (_, silent) => {
		await say();
		await home.clock.run(2000);
		home.server.makeBackup();
		await say();
		await home.clock.run(2000);
		expect([log()?.length, waits()]).toEqual([2, []]);
		setBack(silent);
		expect(log()?.length).toBe(1);
		home.network.next = [null, '503']; // it is asked, and what is sent again does not get through
		void page.device.opened?.refresh();
		await home.clock.run(300);
		expect(waits()?.every((one) => /checking|server_down/.test(one))).toBe(true);
		expect(waits()).toHaveLength(2);
		await home.clock.run(5000);
		expect([log()?.length, waits()]).toEqual([2, []]);
	});

	it('and others have gone on meanwhile: numbers that went up again hide nothing', async () => {
		home.server.makeBackup();
		await say();
		await home.clock.run(2000);
		setBack(true);
		await say(); // takes the number of what was lost
		await home.clock.run(5000);
		expect(log()?.toSorted()).toEqual(meant.all.map(({ words }) => words));
	});

	it('a shut drawer still sends, and what was lost follows when its person comes', async () => {
		home.server.makeBackup();
		await say();
		await home.clock.run(2000);
		const drawer = page.device.opened!.drawer.id;
		home.network.on = false;
		await say();
		await page.device.lock();
		setBack(true);
		home.network.on = true;
		page.hearOnline();
		await home.clock.run(5000);
		expect(log()).toEqual([meant.all[1]!.words]);
		await home.until(page.device.open(drawer, '135790'));
		await home.clock.run(5000);
		expect(log()?.toSorted()).toEqual(meant.all.map(({ words }) => words));
	});

	it('and this device was not known yet: it says so, keeps everything, and shows nothing as sent', async () => {
		await say();
		await home.clock.run(2000);
		home.server.makeBackup();
		home.server.forget('Ada');
		void page.device.opened?.refresh();
		await home.clock.run(3000);
		expect(page.shown).toMatchObject({ state: 'open', why: 'not_known' });
		expect(waits()).toEqual(['waiting not_known']);
		expect(page.shown.view?.items).toHaveLength(1);
		setBack(false); // a better backup was found
		await home.clock.run(90_000);
		expect([log()?.length, waits(), page.shown.why]).toEqual([1, [], null]);
	});

	it('and joined again on the same tablet: what waits moves there, and goes once', async () => {
		const AGAIN = 'DEFGHJKLMNPQ';
		const drawer = page.device.opened!.drawer.id;
		await say();
		await home.clock.run(2000);
		home.server.makeBackup();
		home.server.forget('Ada');
		await home.until(page.device.lock());
		home.server.invite(AGAIN, 'Ada');
		expect(await home.join(page, 'Ada', AGAIN, '246802')).toBeNull();
		await home.clock.run(3000);
		const newer = page.device.opened!.drawer.id;
		await home.until(page.device.lock());
		expect(await home.until(page.device.open(drawer, '135790'))).toBe('open');
		await home.clock.run(3000);
		expect(page.shown.why).toBe('not_known');
		expect(await home.until(page.device.moveTo(newer, '246802'))).toBe('open');
		await home.clock.run(90_000);
		expect(await home.until(page.device.open(newer, '246802'))).toBe('open');
		await home.clock.run(5000);
		expect(log()).toEqual(meant.all.map(({ words }) => words));
		expect(page.shown.drawers?.map(({ id }) => id)).toEqual([newer]);
	});
});
