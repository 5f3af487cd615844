import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOpen, openDrawer } from '../../src/lib/client/local/drawers.ts';
import type { Lock } from '../../src/lib/client/local/lock.ts';
import { problemOf } from '../../src/lib/client/result.ts';
import { Home, PIN, topic, YEAR } from './home.ts';
import type { Page } from './page.ts';

let home: Home;
let page: Page;
let ada: string;
beforeEach(async () => {
	home = new Home(2);
	page = await home.open();
	ada = await home.enter(page, 'Ada');
});
afterEach(() => home.end());

const say = (words: string, on = page) => home.say(on, words);
const wordsShown = (on = page) => on.shown.view?.items.map(({ words }) => words);
const sayFromDraft = async () =>
	problemOf(await home.until(page.device.opened!.call('put_topic', topic('x'), { draft: 'wish/new' })));
const open = (id: string, on = page) => home.until(on.device.open(id, PIN));

describe('an open drawer', () => {
	it('shows a wish at once, and sends it', async () => {
		home.network.on = false;
		expect(await say('see my brother')).toBeNull();
		expect(wordsShown()).toEqual(['see my brother']);
		await home.clock.run(1000);
		expect(page.shown.waiting).toMatchObject([{ state: 'waiting', code: 'offline' }]);
		home.network.on = true;
		page.hearOnline();
		await home.clock.run(1000);
		expect(page.shown.waiting).toEqual([]);
		expect(home.log('Ada')).toEqual(['see my brother']);
	});

	it('shows the same in two tabs', async () => {
		const other = await home.open();
		await open(ada, other);
		await say('from the first');
		await home.clock.run(500);
		expect(wordsShown(other)).toEqual(['from the first']);
	});

	it('sends once what two tabs have in front of them', async () => {
		const other = await home.open();
		await open(ada, other);
		home.network.on = false;
		await say('once');
		home.network.on = true;
		page.hearOnline();
		other.hearOnline();
		await home.clock.run(3000);
		expect(home.log('Ada')).toEqual(['once']);
		expect(home.server.requests).toBe(1);
	});

	it('sends what a tab had kept that was closed at that moment', async () => {
		const other = await home.open();
		await open(ada, other);
		home.network.on = false;
		await say('kept');
		page.kill();
		home.network.on = true;
		await home.clock.run(5000);
		expect(home.log('Ada')).toEqual(['kept']);
	});

	it('asks for news every minute, and only while somebody can see it', async () => {
		const before = home.network.requests;
		await home.clock.run(10 * 60_000);
		const asked = home.network.requests - before;
		expect(asked).toBeGreaterThanOrEqual(7);
		expect(asked).toBeLessThanOrEqual(14);
		page.visible = false;
		const hidden = home.network.requests;
		await home.clock.run(10 * 60_000);
		expect(home.network.requests).toBe(hidden);
	});

	it('leaves a server alone for as long as it asks', async () => {
		await home.clock.run(61_000);
		home.network.next = ['429'];
		await say('x');
		await home.clock.run(100);
		const before = home.network.requests;
		page.device.wake();
		page.hearOnline();
		await home.clock.run(400);
		expect(home.network.requests).toBe(before);
		await home.clock.run(5000);
		expect(home.log('Ada')).toEqual(['x']);
	});

	it('tries more and more rarely while the server is down, and soon when it is back', async () => {
		home.network.on = false;
		await say('x');
		const before = home.network.requests;
		await home.clock.run(60 * 60_000);
		expect(page.shown.waiting).toMatchObject([{ code: 'offline' }]);
		expect(home.network.requests - before).toBe(0);
		home.network.on = true;
		await home.clock.run(75_000);
		expect(home.log('Ada')).toEqual(['x']);
	});
});

describe('a clock that is wrong by a year', () => {
	it.each([-YEAR, YEAR])('(%i) is put right by the server, and nothing else notices it', async (skew) => {
		home.tablet.skew = skew;
		await home.until(page.device.opened!.refresh());
		expect(page.shown.clock_offset).toBeCloseTo(-skew, -3);
		await say('x');
		await home.clock.run(2000);
		expect(home.log('Ada')).toEqual(['x']);
		expect(page.shown.last_synced?.getTime()).toBeCloseTo(home.clock.now, -4);
		page.kill();
		const again = await home.open();
		expect(again.shown.clock_offset).toBeCloseTo(-skew, -3);
		expect(await open(ada, again)).toBe('open');
	});
});

describe('shutting', () => {
	it('shows nothing from the next line on, also of what still comes in', async () => {
		void page.device.opened!.refresh();
		void page.device.lock();
		page.person = '';
		expect(page.shown).toMatchObject({ state: 'shut', view: null, waiting: [], drawer: null });
		await home.clock.run(5000);
		expect(page.shown).toMatchObject({ state: 'shut', view: null, waiting: [], drawer: null });
	});

	it('keeps out a drawer that was about to open', async () => {
		await page.device.lock();
		for (let moments = 0; moments < 60; moments++) {
			const opening = page.device.open(ada, PIN);
			for (let i = 0; i < moments; i++) await Promise.resolve();
			void page.device.lock(); // in the middle of it
			expect([moments, await home.until(opening)]).toEqual([moments, 'shut']);
			expect([moments, page.shown.state]).toEqual([moments, 'shut']);
		}
	});

	it("shows nothing of one child in another's drawer, also when it was in the middle of sending", async () => {
		await page.device.lock();
		const ben = await home.enter(page, 'Ben');
		await open(ada);
		home.network.next = ['slow_back', 'slow_back'];
		await say('of Ada');
		page.person = 'Ben';
		await open(ben);
		await home.clock.run(10_000);
		expect(page.shown).toMatchObject({ drawer: ben, view: { me: 'Ben', items: [] }, waiting: [] });
		expect(home.log('Ada')).toEqual(['of Ada']);
		expect(home.log('Ben')).toEqual([]);
	});

	it('keeps what was typed a moment ago', async () => {
		void page.device.opened!.keepDraft('wish/new', 'a few words');
		void page.device.lock();
		await home.clock.run(100);
		await open(ada);
		expect(await home.until(page.device.opened!.draft('wish/new'))).toBe('a few words');
	});

	it('does not stop a wish: it leaves the shut drawer when the network is back', async () => {
		home.network.on = false;
		await say('leaves by itself');
		await page.device.lock();
		home.network.on = true;
		page.hearOnline();
		await home.clock.run(3000);
		expect(home.log('Ada')).toEqual(['leaves by itself']);
	});
});

describe('a device that was cut off', () => {
	it('shows so at once, keeps what was not sent in sight, and shows nothing else', async () => {
		await say('before');
		await home.clock.run(2000);
		home.network.on = false;
		await say('not sent');
		home.server.people.get('Ada')!.cutOff = true;
		home.network.on = true;
		page.hearOnline();
		await home.clock.run(2000);
		expect(page.shown).toMatchObject({ state: 'cut_off', view: null });
		expect(page.shown.waiting).toMatchObject([{ call: { args: { words: 'not sent' } }, state: 'waiting' }]);
	});

	it('stays so after it was opened again offline, and is whole again when the person is let in again', async () => {
		home.server.people.get('Ada')!.cutOff = true;
		await home.until(page.device.opened!.refresh());
		await page.device.lock();
		home.network.on = false;
		await open(ada);
		expect(page.shown).toMatchObject({ state: 'cut_off', view: null });
		home.network.on = true;
		home.server.people.get('Ada')!.cutOff = false;
		page.hearOnline();
		await home.clock.run(2000);
		expect(page.shown).toMatchObject({ state: 'open', view: { me: 'Ada' } });
	});

	it('is noticed by a shut drawer that has something to send', async () => {
		home.network.on = false;
		await say('not sent');
		await page.device.lock();
		home.server.people.get('Ada')!.cutOff = true;
		home.network.on = true;
		page.hearOnline();
		await home.clock.run(2000);
		await open(ada);
		expect(page.shown.state).toBe('cut_off');
	});
});

describe('taking a drawer off the device', () => {
	it('says first what would be lost with it', async () => {
		home.network.on = false;
		await say('not sent');
		expect(await home.until(page.device.remove(ada, false))).toEqual({ unsent: 1 });
		expect(await home.until(page.device.remove(ada, true))).toBeNull();
		expect(page.shown).toMatchObject({ state: 'shut', drawers: [] });
		expect(await home.until(page.device.open(ada, PIN))).toBe('broken');
	});

	it('is not for another child, and shuts the drawer in other tabs', async () => {
		const other = await home.open();
		await open(ada, other);
		await page.device.lock();
		await home.enter(page, 'Ben');
		expect(await home.until(page.device.remove(ada, true))).toBe('not_yours');
		expect(await home.until(other.device.remove(ada, false))).toBeNull();
		await home.clock.run(100);
		expect(page.shown.drawers?.map(({ name }) => name)).toEqual(['Ben']);
	});

	it('whose lock was forgotten is for the same person in a new drawer, once somebody vouched for that', async () => {
		await page.device.lock();
		home.server.invite('CDEFGHJKLMNP', 'Ada');
		expect(await home.join(page, 'Ada', 'CDEFGHJKLMNP')).toBeNull();
		await home.clock.run(1000);
		expect(await home.until(page.device.remove(ada, false))).toBe('not_yours');
		home.server.people.get('Ada')!.vouchedFor = true;
		await home.until(page.device.opened!.refresh());
		expect(await home.until(page.device.remove(ada, false))).toBeNull();
	});
});

it('changing the lock needs the old one, and is only for children', async () => {
	const change = async (old: string, secret: string, lock: Lock = 'pin') =>
		problemOf(await home.until(page.device.changeLock(old, lock, secret)));
	expect(await change('000000', '246813')).toBe('wrong_lock');
	expect(await change(PIN, '111111')).toBe('secret_too_easy');
	expect(await change(PIN, '246813')).toBeNull();
	expect(await change('246813', 'correct horse', 'password')).toBe('not_yours');
	await page.device.lock();
	expect(await change('246813', PIN)).toBe('shut');
	expect(isOpen(await home.until(openDrawer(page.db, ada, '246813', home.clock.now)))).toBe(true);
});

it('a full disk is said, and what was typed is still there', async () => {
	await home.until(page.device.opened!.keepDraft('wish/new', 'x'));
	home.tablet.full = true;
	expect(await sayFromDraft()).toBe('storage_full');
	expect(wordsShown()).toEqual([]);
	expect(await home.until(page.device.opened!.draft('wish/new'))).toBe('x');
	home.tablet.full = false;
	expect(await sayFromDraft()).toBeNull();
	expect(await home.until(page.device.opened!.draft('wish/new'))).toBeUndefined();
});

it('a full disk takes nothing that was typed a moment ago, either', async () => {
	home.tablet.full = true;
	void page.device.opened!.keepDraft('wish/new', 'x');
	expect(await sayFromDraft()).toBe('storage_full');
	expect(await home.until(page.device.opened!.draft('wish/new'))).toBe('x');
	await home.clock.run(1000);
	expect(page.shown.trouble).toBe('storage_full');
});
