import { randomInt, randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { Asking, seenBy } from '../asking.ts';
import { Child } from '../child.ts';
import type { Home } from '../home.ts';
import type { Canary } from './disk.ts';
import { listenIn } from './listen-in.ts';

const LETTERS = 'bcdfghkmnpqrstvwxz'; // no vowels: no name and no word is ever a piece of one

/** A word that nobody has ever said. */
export function newWord(): string {
	const letters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)] ?? '');
	return `Q${letters.join('')}`;
}

export const wordCanary = (what: string, word: string): Canary => ({ what, bytes: Buffer.from(word) });

/** How a browser and how JSON write down that something has the picture of a school on it. */
export const SYMBOL: Canary[] = [
	{ what: 'symbol', bytes: Buffer.from('symbol"\x06school', 'latin1') },
	{ what: 'symbol as JSON', bytes: Buffer.from('"symbol":"school"') }
];

export interface Planted {
	child: Child;
	canaries: Canary[];
	/** What the page must be showing before anybody leaves it, so that there was something to lose. */
	draft: string;
}

/** A child joins on this page, and writes, draws, says aloud, hears and begins something in each place that a drawer has. */
export async function plant(page: Page, home: Home): Promise<Planted> {
	const word = { name: newWord(), worker: newWord(), words: newWord(), answer: newWord(), list: newWord() };
	const draft = newWord();
	const door = `Ash ${randomInt(100_000)}`; // what stands on the door is for all to see
	await home.addWorker(word.worker);
	const me = await home.addChild(word.name, ['Jo', word.worker]);
	const child = new Child(page, new URL(page.url()).origin);
	await child.join(await home.code(me), door);
	const heard = await listenIn(page);
	const drawing = await saysAndHears(child, home, me, word);
	await beginsOffline(child, word.list, draft);
	const words = Object.entries({ ...word, draft }).map(([what, one]) => wordCanary(what, one));
	return { child, draft, canaries: [...words, { what: 'drawing', bytes: drawing }, ...(await heard()), ...SYMBOL] };
}

/** Sends a wish with a drawing and a recording, and reads the answer. What comes back is a piece of the drawing. */
async function saysAndHears(
	child: Child,
	home: Home,
	me: string,
	word: { words: string; answer: string }
): Promise<Buffer> {
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('School');
	await asking.write(word.words);
	await asking.draw();
	await saysAloud(asking);
	await asking.toSend();
	await asking.send();
	await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
	const [item] = await seenBy(home, 'jo', me);
	const jo = await home.as('jo');
	const answer = {
		answer: 'yes',
		because: word.answer,
		will_happen: word.answer,
		by_day: '2030-01-03',
		asked_whom: null,
		asked_on: null
	} as const;
	await jo.call('answer_item', { id: randomUUID(), item: item?.id ?? '', ...answer });
	await child.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(child.words(word.answer).first()).toBeVisible({ timeout: 30_000 });
	const data = (await jo.pictures([item?.picture ?? '']))[0]?.data ?? '';
	const bytes = Buffer.from(data, 'base64');
	expect(bytes.length).toBeGreaterThan(100);
	return bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 32);
}

async function saysAloud(asking: Asking): Promise<void> {
	await asking.say();
	await asking.page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(asking.page.getByRole('group', { name: 'My recording' })).toBeVisible();
}

/** Something waits on the tablet, and something else is not finished. */
async function beginsOffline(child: Child, list: string, draft: string): Promise<void> {
	const { page } = child;
	await child.losesSignal();
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).first().click();
	await page
		.getByRole('link', { name: /Put something\s+on the list/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name: 'What do you want to talk about?' })).toBeVisible();
	await page.getByRole('button', { name: 'School', exact: true }).click();
	await new Asking(child).write(list);
	await page.getByRole('button', { name: 'Put it on the list' }).click();
	await expect(child.words('Waiting on this tablet').first()).toBeVisible();
	await page.getByRole('link', { name: 'Today' }).first().click();
	const asking = new Asking(child);
	await asking.begin();
	await saysAloud(asking);
	await asking.write(draft);
	await page.waitForTimeout(600); // it is kept by then
	await expect(page.getByLabel('My words')).toHaveValue(draft);
}

/** How a child leaves. */
export const leaveBy = {
	async lock(child: Child): Promise<void> {
		await child.page.getByRole('button', { name: 'Keep it for later' }).click();
		await child.lock();
	},
	async hide(child: Child): Promise<void> {
		await child.page.getByRole('link', { name: 'Hide' }).click();
		await child.seesDoor();
	}
};
