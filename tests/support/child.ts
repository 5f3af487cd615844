import { expect, type Locator, type Page } from '@playwright/test';

export const PIN = '135790';

/** A child at a screen: what they do, in their words. English is spoken here. */
export class Child {
	readonly page: Page;
	readonly #home: string;

	/** `home`: its address, where the browser does not know it already. */
	constructor(page: Page, home = '') {
		this.page = page;
		this.#home = home;
	}

	async goToDoor(): Promise<void> {
		await this.page.goto(`${this.#home}/`);
		await expect(this.page.getByRole('link', { name: /I have a code/ })).toBeVisible();
	}

	/** A made-up child, whose drawer has no lock. */
	async openDemo(name: string): Promise<void> {
		await this.goToDoor();
		await this.page.getByRole('button', { name: `Open ${name}’s drawer` }).click();
		await this.seesToday(name);
	}

	/** The whole way in, with a PIN. */
	async join(code: string, name: string, picture = 'Fox'): Promise<void> {
		await this.page.goto(`${this.#home}/join`);
		await this.giveCode(code);
		await this.answer('What shall we call you?', async () => {
			await this.page.getByLabel('Name on your drawer').fill(name);
		});
		await this.answer('Pick the front of your drawer', async () => {
			await this.page.getByRole('button', { name: picture, exact: true }).click();
		});
		await this.answer('How will you open it?', async () => {
			await this.page.getByText('6 numbers').click();
		});
		await this.tapPin(PIN);
		await expect(this.words('Do the same again.')).toBeVisible();
		await this.tapPin(PIN);
		await this.seesToday(name);
	}

	async giveCode(code: string): Promise<void> {
		await this.page.getByLabel('Code', { exact: true }).fill(code);
		await this.next();
	}

	async next(): Promise<void> {
		await this.page.getByRole('button', { name: 'Next', exact: true }).click();
	}

	async tapPin(pin: string): Promise<void> {
		for (const digit of pin) await this.page.getByRole('button', { name: digit, exact: true }).click();
	}

	/** From the door into a drawer that has a PIN. */
	async openDrawer(name: string, pin = PIN): Promise<void> {
		await this.drawer(name).click();
		await this.tapPin(pin);
		await this.seesToday(name);
	}

	/** Out of reach of any network, once this device holds the whole app. */
	async losesSignal(): Promise<void> {
		const keeps = await this.page.evaluate(() =>
			Promise.race([
				navigator.serviceWorker.ready.then(() => true),
				new Promise<boolean>((late) => setTimeout(() => late(false), 45_000))
			])
		);
		if (!keeps) throw new Error('this device keeps nothing: tag the journey @kept');
		await this.page.context().setOffline(true);
	}

	async findsSignal(): Promise<void> {
		await this.page.context().setOffline(false);
	}

	async seesToday(name: string): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1, name: `Hello ${name}` })).toBeVisible({ timeout: 45_000 });
	}

	async seesDoor(): Promise<void> {
		await expect(this.page).toHaveURL(/\/$/);
		await expect(this.page.getByRole('heading', { level: 1, name: 'Hello', exact: true })).toBeVisible();
	}

	async lock(): Promise<void> {
		await this.page.getByRole('link', { name: /^My drawer/ }).click();
		await this.page.getByRole('button', { name: 'Lock my drawer' }).click();
		await this.seesDoor();
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

	drawer(name: string): Locator {
		return this.page.getByRole('navigation', { name: 'Drawers' }).getByRole('button', { name });
	}

	/** What stands on the page, apart from what only a screen reader is told. */
	words(text: string | RegExp): Locator {
		return this.page.getByRole('main').getByText(text);
	}

	/** A part of a page, by its heading. */
	part(name: string | RegExp): Locator {
		return this.page.getByRole('region', { name });
	}

	private async answer(question: string, how: () => Promise<void>): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1, name: question })).toBeVisible();
		await how();
		await this.next();
	}
}

/** From Today to what lies in "My drawer". */
export async function inMyDrawer(page: Page, what: string): Promise<void> {
	await page.getByRole('link', { name: /^My drawer/ }).click();
	await page.getByRole('link', { name: what }).click();
}
