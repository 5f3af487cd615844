import { afterEach, beforeEach, expect, it } from 'vitest';
import { problemOf } from '../../src/lib/client/result.ts';
import { hashOf } from '../../src/lib/platform/ids.ts';
import { Home, PIN, topic } from './home.ts';
import type { Page } from './page.ts';

let home: Home;
let page: Page;
let ada: string;
beforeEach(async () => {
	home = new Home(3);
	page = await home.open();
	ada = await home.enter(page, 'Ada');
});
afterEach(() => home.end());

/** What a child said aloud, as a draft holds it. */
async function soundOf(words: string) {
	const bytes = new TextEncoder().encode(`\x1aE ${words}`);
	return { hash: await hashOf(bytes), data: btoa(String.fromCharCode(...bytes)) };
}

async function send(on: Page, words: string, sound: Awaited<ReturnType<typeof soundOf>>) {
	const args = { ...topic(words), recording: sound.hash };
	return on.device.opened!.call('put_topic', args, { pictures: [sound], draft: `topic/${words}` });
}

it('what was said aloud lies in the draft, or waits to be sent, whenever the page is killed, and arrives once', async () => {
	home.network.on = false;
	const kept: string[] = [];
	let killed = 0;
	for (let steps = 1; steps < 40; steps++) {
		const words = `said ${steps}`;
		const sound = await soundOf(words);
		const dying = await home.open();
		await home.until(dying.device.open(ada, PIN));
		await home.until(dying.device.opened!.keepDraft(`topic/${words}`, sound));
		dying.diesIn = steps;
		void send(dying, words, sound).catch(() => undefined);
		await home.clock.run(3000);
		if (dying.dead) killed++;
		dying.kill();
		const again = await home.open();
		await home.until(again.device.open(ada, PIN));
		await home.clock.run(500);
		const draft = await home.until(again.device.opened!.draft(`topic/${words}`));
		const waits = (again.shown.waiting ?? []).map(({ call }) => call);
		const mine = waits.filter(({ name, args }) =>
			name === 'put_picture' ? args.hash === sound.hash : name === 'put_topic' && args.words === words
		);
		expect([steps, mine.length, draft]).toEqual([steps, ...(draft === undefined ? [2, undefined] : [0, sound])]);
		if (draft === undefined) kept.push(words);
		again.kill();
	}
	expect(killed).toBeGreaterThan(3);
	expect(kept.length).toBeGreaterThan(3);
	home.network.on = true;
	const last = await home.open();
	await home.until(last.device.open(ada, PIN));
	await home.clock.run(60_000);
	expect(last.shown.waiting).toEqual([]);
	expect(home.log('Ada')).toEqual(kept);
});

it('a full disk keeps nothing of it and says so: the recording stays in the draft, and goes once there is room', async () => {
	const sound = await soundOf('loud');
	await home.until(page.device.opened!.keepDraft('topic/loud', sound));
	home.tablet.full = true;
	expect(problemOf(await home.until(send(page, 'loud', sound)))).toBe('storage_full');
	expect([page.shown.waiting, await page.db.outbox.count(), await page.db.pictures.count()]).toEqual([[], 0, 0]);
	expect(await home.until(page.device.opened!.draft('topic/loud'))).toEqual(sound);
	home.tablet.full = false;
	expect(problemOf(await home.until(send(page, 'loud', sound)))).toBeNull();
	expect(await home.until(page.device.opened!.draft('topic/loud'))).toBeUndefined();
	await home.clock.run(3000);
	expect(home.log('Ada')).toEqual(['loud']);
});
