import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody who works in the home, at a screen: what they do, in their words. English is spoken here. */
export class Adult {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** As somebody of the made-up home, without a secret. */
	async enter(name: string): Promise<void> {
		await this.page.goto('/');
		await this.page.getByRole('button', { name: `Sign in as ${name}` }).click();
		await expect(this.sections).toBeVisible({ timeout: 30_000 });
	}

	/** With the e-mail address and the password of whoever has that name (see joinsStaff). */
	async signsIn(name: string, password = PASSWORD): Promise<void> {
		await this.page.goto('/work/sign-in');
		await this.fill('E-mail', emailOf(name));
		await this.fill('Password', password);
		await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
	}

	/** Goes to the page of that name: a place, what is under the own face, or a page of the people's. */
	async go(name: string): Promise<void> {
		const link = await this.#linkTo(name);
		await link.click();
		await expect(link).toHaveAttribute('aria-current', 'page');
	}

	async #linkTo(name: string): Promise<Locator> {
		await expect(this.sections).toBeVisible();
		const named = (within: Locator) => within.getByRole('link', { name, exact: true });
		const place = named(this.sections);
		if ((await place.count()) > 0) return place;
		const own = this.page.locator('.own a').filter({ hasText: new RegExp(`^${name}$`) }); // closed, it is in no role
		if ((await own.count()) > 0) {
			await this.page.locator('.own summary').click();
			return own;
		}
		const page = named(this.page.getByRole('navigation', { name: 'Pages here' }));
		if ((await page.count()) === 0) await this.sections.getByRole('link', { name: 'People', exact: true }).click();
		return page;
	}

	/** News comes when the page is looked at again. */
	async looksAgain(): Promise<void> {
		await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	}

	/** Looks again until it is there: it has to leave the other device first. */
	async comes(what: Locator): Promise<void> {
		await expect(async () => {
			await this.looksAgain();
			await expect(what).toBeVisible({ timeout: 1000 });
		}).toPass({ timeout: 40_000 });
	}

	async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
		await within
			.getByRole('button', { name, exact: typeof name === 'string' })
			.or(within.getByRole('link', { name, exact: typeof name === 'string' }))
			.click();
	}

	/** One of several things to choose, by the words on it. */
	async choose(words: string, within: Page | Locator = this.page): Promise<void> {
		await within.locator('label', { hasText: words }).first().click();
	}

	async fill(label: string, words: string, within: Page | Locator = this.page): Promise<void> {
		await within.getByLabel(label, { exact: true }).fill(words);
	}

	get sections(): Locator {
		return this.page.getByRole('navigation', { name: 'Sections' });
	}

	heading(name: string | RegExp): Locator {
		return this.page.getByRole('heading', { level: 1, name });
	}

	/** What stands on the page, apart from what only a screen reader is told. */
	words(text: string | RegExp): Locator {
		return this.page.getByRole('main').getByText(text);
	}

	/** A part of a page, by its heading. */
	part(name: string | RegExp): Locator {
		return this.page.getByRole('region', { name }).or(this.page.getByRole('article', { name }));
	}

	/** Something that a child said, by its words. */
	said(words: string): Locator {
		return this.page.getByRole('article').filter({ hasText: words });
	}
}

const PASSWORD = 'three budgies on a bus';
const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@maple.example`;

/** Somebody's first time: their code, an e-mail address and a password of their own. */
export async function joinsStaff(page: Page, code: string, name: string): Promise<Adult> {
	const adult = new Adult(page);
	await page.goto('/join');
	await adult.fill('Code', code);
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await expect(adult.heading('Make your sign-in')).toBeVisible();
	await adult.fill('E-mail', emailOf(name));
	await adult.fill('Password', PASSWORD);
	await page.getByRole('button', { name: 'Make it and sign in' }).click();
	await expect(adult.sections).toBeVisible({ timeout: 30_000 });
	return adult;
}

/** A day so many days from now, as a date field takes it. */
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
