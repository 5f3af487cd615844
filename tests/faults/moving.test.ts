import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home, PIN } from './home.ts';
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
const open = (id: string, on = page) => home.until(on.device.open(id, PIN));

describe('a drawer that was cut off, beside a newer one of the same person', () => {
	const AGAIN = 'DEFGHJKLMNPQ';

	/** Ada says two things with no network, is cut off, and joins again on the same tablet. */
	async function cutOffAndAgain(): Promise<string> {
		await say('sent before');
		await home.clock.run(1000);
		home.network.on = false;
		await say('one');
		await say('two');
		await home.until(page.device.opened!.keepDraft('wish/new', { words: 'begun' }));
		await home.clock.run(1000);
		home.network.on = true;
		home.server.people.get('Ada')!.cutOff = true;
		page.hearOnline();
		await home.clock.run(1000);
		await home.until(page.device.lock());
		home.server.people.get('Ada')!.cutOff = false;
		home.server.invite(AGAIN, 'Ada');
		expect(await home.join(page, 'Ada', AGAIN, '246802')).toBeNull();
		await home.clock.run(2000);
		const newer = page.device.opened!.drawer.id;
		await home.until(page.device.lock());
		home.network.on = false;
		expect(await open(ada)).toBe('open');
		expect(page.shown.state).toBe('cut_off');
		return newer;
	}

	it('moves what waits, and what was begun, to whoever opens both locks: nothing is lost, nothing goes twice', async () => {
		const newer = await cutOffAndAgain();
		expect(await home.until(page.device.moveTo(newer, '999999'))).toBe('wrong');
		expect(await home.until(page.device.moveTo(newer, '246802'))).toBe('open');
		expect(page.shown.drawers?.map(({ id }) => id)).toEqual([newer]);
		home.network.on = true;
		page.hearOnline();
		await home.clock.run(3000);
		expect(home.log('Ada')?.filter((words) => words !== 'sent before')).toEqual(['one', 'two']);
		expect(await home.until(page.device.open(newer, '246802'))).toBe('open');
		expect(await home.until(page.device.opened!.draft('wish/new'))).toEqual({ words: 'begun' });
	});

	it('does not move to the drawer of somebody else', async () => {
		await cutOffAndAgain();
		await home.until(page.device.lock());
		home.network.on = true;
		const ben = await home.enter(page, 'Ben');
		await home.until(page.device.lock());
		home.network.on = false;
		expect(await open(ada)).toBe('open');
		expect(await home.until(page.device.moveTo(ben, PIN))).toBe('not_yours');
	});
});
