import { expect, type Locator, type Page } from '@playwright/test';
import type { Id, Item } from '../../src/lib/domain/item.ts';
import type { View } from '../../src/lib/domain/view.ts';
import type { Child } from './child.ts';
import type { Home } from './home.ts';

let count = 0;

const newName = (): string => `Ash ${++count}${Date.now() % 100_000}`;

/**
 * A new child with a name of its own, in a drawer on this device, by the door of the made-up home: no code and no PIN. Sam
 * and Jo are the key workers, unless told otherwise.
 */
export async function newChild(home: Home, child: Child, keyWorkers = ['Sam', 'Jo']): Promise<Id> {
	const name = newName();
	const id = await home.addChild(name, keyWorkers);
	await child.openDemo(name);
	return id;
}

/** The same by the way of a real home: with a code of Pat's, and a PIN. */
export async function joinedChild(home: Home, child: Child, keyWorkers = ['Sam', 'Jo']): Promise<Id> {
	const name = newName();
	const id = await home.addChild(name, keyWorkers);
	await child.join(await home.code(id), name);
	return id;
}

/** What a child does to ask for something. */
export class Asking {
	readonly child: Child;
	readonly page: Page;

	constructor(child: Child) {
		this.child = child;
		this.page = child.page;
	}

	async begin(): Promise<void> {
		await this.page.getByRole('link', { name: 'Ask for something' }).first().click();
		const limits = this.page.getByRole('button', { name: 'I have read this' });
		await expect(this.heading('What is it about?').or(limits)).toBeVisible();
		if (await limits.isVisible()) await limits.click();
		await expect(this.heading('What is it about?')).toBeVisible();
	}

	async pick(picture: string): Promise<void> {
		await this.page.getByRole('button', { name: picture, exact: true }).click();
	}

	async write(words: string): Promise<void> {
		const write = this.page.getByRole('button', { name: 'Write', exact: true });
		if (await write.isVisible()) await write.click();
		await this.page.getByLabel('My words').fill(words);
	}

	/** One line across the paper. */
	async draw(): Promise<void> {
		await this.page.getByRole('button', { name: 'Draw', exact: true }).click();
		const paper = this.page.locator('canvas');
		await paper.scrollIntoViewIfNeeded();
		const place = await paper.boundingBox();
		if (!place) throw new Error('no paper');
		await this.page.mouse.move(place.x + 40, place.y + 60);
		await this.page.mouse.down();
		await this.page.mouse.move(place.x + 200, place.y + 120, { steps: 8 });
		await this.page.mouse.up();
		const inked = await paper.evaluate((canvas: HTMLCanvasElement) => {
			const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
			return pixels.some((value) => value > 0);
		});
		expect(inked).toBe(true);
	}

	/** Begins to say something aloud. It runs on until somebody stops it. */
	async say(milliseconds = 2500): Promise<void> {
		await this.page.getByRole('button', { name: 'Say it', exact: true }).click();
		await this.page.getByRole('button', { name: 'Start recording', exact: true }).click();
		await expect(this.page.getByText('Recording now')).toBeVisible();
		await this.page.waitForTimeout(milliseconds); // somebody speaks
	}

	async next(step: string): Promise<void> {
		await this.page
			.getByRole('button', { name: step })
			.or(this.page.getByRole('link', { name: step }))
			.click();
	}

	async toSend(): Promise<void> {
		await this.next('Next: who gets it');
		await this.next('Next: look and send');
		await expect(this.heading('Ready to send?')).toBeVisible();
	}

	async send(): Promise<void> {
		await this.page.getByRole('button', { name: /^Send to/ }).click();
		await expect(this.page).toHaveURL(/\/my\/story$/);
	}

	/** The whole way, to whoever is proposed. */
	async ask(picture: string, words = ''): Promise<void> {
		await this.begin();
		await this.pick(picture);
		if (words) await this.write(words);
		await this.toSend();
		await this.send();
	}

	/** Somebody gets it, or does not any more. */
	async tick(name: string): Promise<void> {
		await this.#label(this.page, name).first().click();
	}

	async leaveOut(name: string): Promise<void> {
		const open = this.page.getByRole('button', { name: 'Not this person' });
		const part = this.child.part('Who must not see it?');
		await expect(open.or(part)).toBeVisible();
		if (await open.isVisible()) await open.click();
		await this.#label(part, name).click();
	}

	/** What is pressed to pick somebody: whoever is called so, not whoever has these letters in a longer name. */
	#label(within: Page | Locator, name: string): Locator {
		return within.locator('label').filter({ has: this.page.getByText(name, { exact: true }) });
	}

	heading(name: string | RegExp): Locator {
		return this.page.getByRole('heading', { level: 1, name });
	}

	face(name: string): Locator {
		return this.page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
	}
}

/** What an adult of the home sees of a child. */
export async function seenBy(home: Home, adult: string, child: Id): Promise<Item[]> {
	return (await viewOf(home, adult)).items.filter(({ child_id }) => child_id === child);
}

export async function viewOf(home: Home, person: string): Promise<View> {
	return (await home.as(person)).view();
}

/** A child who has asked for something that has reached Jo, and the id of it. */
export async function arrived(
	home: Home,
	asking: Asking,
	about = 'Food',
	words = 'More noodles',
	enter = newChild
): Promise<{ me: Id; item: Id }> {
	await home.as('jo');
	const me = await enter(home, asking.child);
	await asking.ask(about, words);
	await expect(asking.child.words('Sent')).toBeVisible();
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length, { timeout: 30_000 }).toBe(1);
	const [item] = await seenBy(home, 'jo', me);
	return { me, item: item?.id ?? '' };
}
