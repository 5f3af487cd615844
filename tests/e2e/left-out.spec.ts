import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import type { Adult } from '../support/adult.ts';
import { Asking, seenBy, viewOf } from '../support/asking.ts';
import type { Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

const SLOW = { timeout: 30_000 };
const FEAR = 'I fear that somebody gets hurt.';

/** Every section of a key worker's desk, and what stands behind it. */
const DESK = ['Children', 'Plan', 'Record', 'Told to me', 'My card', 'Away', 'Codes'];

interface Said {
	name: string;
	me: Id;
	item: Id;
	words: string;
}

/** A child of Sam's and Jo's says something to Jo, and leaves Sam out. */
async function leavesSamOut(home: Home, child: Child): Promise<Said> {
	await home.as('jo');
	const name = `Wren ${randomUUID().slice(0, 4)}`;
	const words = `Only Jo may know ${randomUUID().slice(0, 8)}.`;
	const me = await home.addChild(name, ['Sam', 'Jo']);
	await child.join(await home.code(me), name);
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('My family');
	await asking.write(words);
	await asking.next('Next: who gets it');
	await asking.leaveOut('Sam');
	await asking.next('Next: look and send');
	await expect(child.part('Who will see this')).toContainText('Jo');
	await asking.send();
	await expect(child.words('Sent')).toBeVisible(SLOW);
	const [item] = await seenBy(home, 'jo', me);
	return { name, me, item: item?.id ?? '', words };
}

/** All that a page holds, seen or not: its text, what is typed in it, and what it says to a screen reader. */
const wholePage = (adult: Adult): Promise<string> =>
	adult.page.evaluate(() => {
		const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
		return [document.title, document.documentElement.outerHTML, ...typed].join('\n');
	});

/** Walks all of somebody's desk; what every page of it held. */
async function walksTheDesk(adult: Adult, child: string): Promise<string> {
	const pages: string[] = [];
	for (const section of DESK) {
		await adult.go(section);
		pages.push(await wholePage(adult));
	}
	await adult.go('Children');
	await adult.press('Handover');
	await expect(adult.heading('Handover')).toBeVisible();
	pages.push(await wholePage(adult));
	await adult.go('Children');
	await adult.press(`Plan with ${child}`);
	await expect(adult.heading(`Plan with ${child}`)).toBeVisible();
	pages.push(await wholePage(adult));
	return pages.join('\n');
}

test('Sam, who was left out, finds no trace: not on a page, not in a count, not by asking the server', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(180_000);
	const { name, me, item, words } = await leavesSamOut(home, child);
	const sam = await adult('Sam');
	const desk = await walksTheDesk(sam, name);
	expect(desk).toContain(name); // Sam is this child's key worker, and was on the right pages
	for (const trace of [words, item]) expect(desk).not.toContain(trace);
	await sam.go('Children');
	await expect(sam.part(name)).toContainText(`Nothing of ${name}’s waits for an answer.`);
	const view = await viewOf(home, 'sam');
	expect(view.items.filter(({ child_id }) => child_id === me)).toEqual([]);
	expect(view.waiting.filter(({ child_id }) => child_id === me)).toEqual([]);
	expect(JSON.stringify(view)).not.toContain(item);
	const sams = await home.as('sam');
	const answer = {
		item,
		answer: 'no',
		because: 'I guessed it.',
		will_happen: null,
		by_day: null,
		asked_whom: null,
		asked_on: null
	} as const;
	for (const tries of [
		() => sams.call('answer_item', { id: randomUUID(), ...answer }),
		() => sams.call('open_item', { id: randomUUID(), item })
	])
		await expect(tries()).rejects.toThrow(/not_yours|no_such_thing/);
	// The control: the same walk shows it to Jo.
	const jo = await adult('Jo');
	expect(await walksTheDesk(jo, name)).toContain(words);
});

test('Kai, on the same tablet, finds nothing of it', async ({ home, child, page }) => {
	const { name, item, words } = await leavesSamOut(home, child);
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await child.lock();
	const kai = `Kai ${randomUUID().slice(0, 4)}`;
	await child.join(await home.code(await home.addChild(kai)), kai, 'Leaf');
	const links = await page
		.locator('main a[href^="/my"]')
		.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('href') ?? ''))]);
	expect(links.length).toBeGreaterThan(6);
	for (const href of links) {
		await page.locator(`main a[href="${href}"]`).first().click();
		await expect(page).toHaveURL(new RegExp(`${href}$`));
		const whole = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify(history.state));
		for (const trace of [words, item, name]) expect(whole).not.toContain(trace);
		await page.goBack();
		await child.seesToday(kai);
	}
	// What the tablet keeps is sealed: neither name nor words of anybody lie open in it.
	const kept = await page.evaluate(async () => {
		const names = (await indexedDB.databases()).map((one) => one.name ?? '');
		const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
		for (const one of names) {
			const db = await new Promise<IDBDatabase>((open, not) => {
				const asked = indexedDB.open(one);
				asked.onsuccess = () => open(asked.result);
				asked.onerror = () => not(asked.error);
			});
			for (const store of db.objectStoreNames) {
				const rows = db.transaction(store).objectStore(store).getAll();
				all.push(await new Promise((read) => (rows.onsuccess = () => read(rows.result))));
			}
			db.close();
		}
		return JSON.stringify(all, (_, value: unknown) =>
			value instanceof Uint8Array || value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value
		);
	});
	expect(kept.length).toBeGreaterThan(500);
	expect(kept).not.toContain(words);
});

/** Jo fears harm and shares it: with Sam, and unseen by the child or not. */
async function shares(jo: Adult, { name, words }: Said, { hidden }: { hidden: boolean }): Promise<void> {
	await jo.go('Children');
	await jo.looksAgain();
	await jo.press(`Plan with ${name}`);
	await jo.press('I am worried about this', jo.said(words));
	await expect(jo.heading('I am worried about this')).toBeVisible();
	await jo.press('Share it now');
	for (const need of ['Pick who needs to know.', 'Say why.', `Say if you told ${name}.`])
		await expect(jo.words(need)).toBeVisible();
	await jo.choose('Sam');
	await jo.fill('Why?', FEAR);
	await jo.choose(hidden ? 'No, not yet' : `Yes, I told ${name}`);
	if (hidden) await jo.choose('No. Seeing it would put somebody in danger');
	const truth = hidden ? `${name} does not see it here.` : `${name} sees that you shared it, with whom and why.`;
	await expect(jo.words(truth)).toBeVisible();
	await jo.press('Share it now');
	await expect(jo.heading(`Answer ${name}`)).toBeVisible();
}

async function opensHers(child: Child, { words }: Said): Promise<void> {
	await child.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(child.words(words)).toBeVisible();
}

test('to keep safe, Jo shares it with Sam after all: openly, and the child sees with whom and why', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(180_000);
	const said = await leavesSamOut(home, child);
	await shares(await adult('Jo'), said, { hidden: false });
	await opensHers(child, said);
	await child.comes(child.words('Jo shared it to keep someone safe'));
	await expect(child.words('With Sam.')).toBeVisible();
	await expect(child.words(FEAR)).toBeVisible();
	const sam = await adult('Sam');
	await sam.press(`Plan with ${said.name}`);
	await expect(sam.said(said.words)).toContainText('Shared with you to keep somebody safe.', SLOW);
	await expect(sam.said(said.words)).not.toContainText('Take care not to give it away.');
});

test('or unseen, where seeing it would put somebody in danger: Sam is warned, and the child’s story does not change', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(180_000);
	const said = await leavesSamOut(home, child);
	await shares(await adult('Jo'), said, { hidden: true });
	await expect.poll(async () => (await seenBy(home, 'sam', said.me)).length, SLOW).toBe(1);
	const sam = await adult('Sam');
	await sam.press(`Plan with ${said.name}`);
	await expect(sam.said(said.words)).toContainText(
		`${said.name} does not see that. Take care not to give it away.`,
		SLOW
	);
	await sam.page.waitForTimeout(1500); // long enough to have opened it: that is not told either
	await child.page.reload();
	await child.openDrawer(said.name);
	await child.page.getByRole('link', { name: `All I asked ${said.words}` }).click();
	await expect(child.page).toHaveURL(/story\/all$/); // on Today a link says these words, too
	await child.page.getByRole('link', { name: said.words }).click();
	await expect(child.words('Seen by Jo')).toBeVisible(SLOW);
	await expect(child.words(/shared it to keep/)).toHaveCount(0);
	await expect(child.words('Seen by Sam')).toHaveCount(0);
	await expect(child.page.getByRole('main')).not.toContainText(FEAR);
});
