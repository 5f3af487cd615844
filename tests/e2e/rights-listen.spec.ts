import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

/** A device with one voice: of its own, or one that a server speaks. */
async function hasVoice(page: Page, localService: boolean): Promise<void> {
	await page.addInitScript((local) => {
		const said: string[] = [];
		let speaking: { onend?: () => void } | null = null;
		const device = {
			getVoices: () => [{ localService: local, lang: 'en-GB', name: 'Voice' }],
			speak: (words: { text: string; onend?: () => void }) => {
				said.push(words.text);
				speaking = words;
			},
			cancel: () => (speaking = null),
			addEventListener: () => undefined,
			removeEventListener: () => undefined
		};
		Object.defineProperty(window, 'speechSynthesis', { value: device });
		Object.defineProperty(window, 'SpeechSynthesisUtterance', {
			value: class {
				text: string;
				constructor(text: string) {
					this.text = text;
				}
			}
		});
		Object.assign(window, { said, finish: () => speaking?.onend?.() });
	}, localService);
}

const said = (page: Page) => page.evaluate(() => Reflect.get(window, 'said') as string[]);

test('a page is read aloud, what is being read is marked, and a press reads on from there', async ({ page }) => {
	await hasVoice(page, true);
	await page.goto('/en/held');
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect(page.locator('.reading')).toHaveText('After being held');
	await page.evaluate(() => Reflect.get(window, 'finish')());
	await expect(page.locator('.reading')).toHaveText('Staff held you. What should happen now.');
	await page.getByText('You can ask for time, water, and a quiet place.').click();
	await expect(page.locator('.reading')).toHaveText('You can ask for time, water, and a quiet place.');
	expect((await said(page)).at(-1)).toBe('You can ask for time, water, and a quiet place.');
	await page.getByRole('button', { name: 'Stop reading' }).click();
	await expect(page.locator('.reading')).toHaveCount(0);
});

test('a voice that sends words to a server is not used', async ({ page }) => {
	await hasVoice(page, false);
	await page.goto('/en/held');
	await expect(page.getByRole('button', { name: 'Print this' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Listen' })).toBeHidden();
});

test('reading inside a drawer keeps it open, and tells nobody', async ({ child, page }) => {
	await child.openDemo('Robin');
	const sent: string[] = [];
	page.on('request', (request) => {
		const fetches = /\/(my_view|my_pictures)$|\/auth\//.test(request.url()); // what is theirs, whatever they read
		if (request.method() === 'POST' && !fetches) sent.push(request.url());
	});
	await page.getByRole('link', { name: 'Help now' }).click();
	await page.getByRole('link', { name: 'How to complain' }).click();
	await expect(page).toHaveURL(/\/my\/guide\/complain$/);
	await page.getByRole('link', { name: 'A letter to fill in' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('A letter to complain');
	await page.getByRole('link', { name: 'Find a page' }).click();
	await page.getByLabel('Type a word').fill('ofsted');
	await expect(page.getByRole('status')).toHaveText(/Found: \d/);
	await page.getByRole('link', { name: 'Guide to my home' }).last().click();
	await page.getByRole('link', { name: 'Today' }).click();
	await child.seesToday('Robin');
	expect(sent).toEqual([]);
});
