import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { inMyDrawer } from '../support/child';

test.use({ serviceWorkers: 'allow' });

interface Had {
	name?: string;
	lang?: string;
	localService?: boolean;
	/** It says that it cannot, of whatever it is told. */
	refuses?: boolean;
	/** The voice comes so many milliseconds later, and nobody is told. */
	late?: number;
}

/** A device with one voice, and the way in which its browser speaks. */
async function hasVoice(page: Page, had: Had = {}): Promise<void> {
	await page.addInitScript(({ name = 'Daniel', lang = 'en-GB', localService = true, refuses = false, late = 0 }) => {
		interface Words {
			text: string;
			lang?: string;
			onstart?: () => void;
			onend?: () => void;
			onerror?: (event: { error: string }) => void;
		}
		const said: Words[] = [];
		// As in Safari: it is nothing that can be listened to.
		const device = {
			speaking: false,
			getVoices: () => (performance.now() < late ? [] : [{ localService, lang, name }]),
			speak(words: Words) {
				if (words.text === '') return;
				said.push(words);
				if (refuses) return void setTimeout(() => words.onerror?.({ error: 'synthesis-failed' }));
				device.speaking = true;
				setTimeout(() => words.onstart?.());
			},
			cancel() {
				device.speaking = false;
			}
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
		const finish = () => {
			device.speaking = false;
			said.at(-1)?.onend?.();
		};
		Object.assign(window, { said, finish, device });
	}, had);
}

const said = (page: Page) =>
	page.evaluate(() => (Reflect.get(window, 'said') as { text: string }[]).map(({ text }) => text));
const isSpeaking = (page: Page) =>
	page.evaluate(() => (Reflect.get(window, 'device') as { speaking: boolean }).speaking);
const finish = (page: Page) => page.evaluate(() => Reflect.get(window, 'finish')());
const goesDark = (page: Page) =>
	page.evaluate(() => {
		Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});

test('a page is read aloud, what is being read is marked, and a press reads on from there', async ({ page }) => {
	await hasVoice(page);
	await page.goto('/en/held');
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect(page.locator('.reading')).toHaveText('After being held');
	await finish(page);
	await expect(page.locator('.reading')).toHaveText('Staff held you. What should happen now.');
	await page.getByText('You can ask for time, water, and a quiet place.').click();
	await expect(page.locator('.reading')).toHaveText('You can ask for time, water, and a quiet place.');
	expect((await said(page)).at(-1)).toBe('You can ask for time, water, and a quiet place.');
	await page.getByRole('button', { name: 'Stop reading' }).click();
	await expect(page.locator('.reading')).toHaveCount(0);
});

test('reading aloud ends when the screen goes dark, when the page is hidden and when the drawer shuts', async ({
	child,
	page
}) => {
	await hasVoice(page, { lang: 'eng_GBR' }); // as on some Android tablets
	await page.goto('/en/held');
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect.poll(() => isSpeaking(page)).toBe(true);
	await goesDark(page);
	expect(await isSpeaking(page)).toBe(false);
	await expect(page.locator('.reading')).toHaveCount(0);

	await child.openDemo('Robin');
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect.poll(() => isSpeaking(page)).toBe(true);
	await inMyDrawer(page, 'Look, language and lock');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look, language and lock');
	expect(await isSpeaking(page)).toBe(false);
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect.poll(() => isSpeaking(page)).toBe(true);
	// The moment that Hide is pressed, and not when the door is there.
	const after = await page.evaluate(() => {
		document.querySelector<HTMLElement>('.btn-hide')?.click();
		return Promise.resolve().then(() => (Reflect.get(window, 'device') as { speaking: boolean }).speaking);
	});
	expect(after).toBe(false);
	await child.seesDoor();
});

test('where it cannot be read aloud, that is said', async ({ child, page }) => {
	await hasVoice(page, { refuses: true });
	await page.goto('/cy/held');
	await expect(page.getByRole('button', { name: 'Gwrando' })).toBeHidden(); // no voice of that language
	await page.goto('/en/held');
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect(page.getByText('This device cannot read aloud.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Listen' })).toBeVisible();
	await child.openDemo('Robin');
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect(page.getByText('This device cannot read aloud.')).toBeVisible();
});

test('a page reads aloud with a voice that came late', async ({ page }) => {
	await hasVoice(page, { late: 1500 });
	await page.goto('/en/held');
	const listen = page.getByRole('button', { name: 'Listen' });
	await listen.click();
	await expect.poll(() => isSpeaking(page)).toBe(true);
});

test.describe('with nothing kept on this device', () => {
	test.use({ serviceWorkers: 'block' });

	test('a page says so where the reader does not come', async ({ page }) => {
		await hasVoice(page);
		await page.route('**/read-aloud.js', (route) => route.abort());
		await page.goto('/en/night');
		await page.getByRole('button', { name: 'Listen' }).click();
		await expect(page.getByText('This device cannot read aloud.')).toBeVisible();
	});
});

test('no joke voice reads, though it is the first or the only one', async ({ child, page }) => {
	await hasVoice(page, { name: 'Bad News', lang: 'en-US' });
	await child.openDemo('Robin');
	await expect(page.getByRole('button', { name: 'Listen' })).toHaveCount(0);
	await page.goto('/en/held');
	await expect(page.getByRole('button', { name: 'Print' })).toBeVisible(); // the script is here
	await expect(page.getByRole('button', { name: 'Listen' })).toBeHidden();
});

test('a voice that sends words to a server is not used', async ({ page }) => {
	await hasVoice(page, { localService: false });
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
	await page.getByRole('link', { name: 'Guide', exact: true }).last().click();
	await page.getByRole('link', { name: 'Today' }).click();
	await child.seesToday('Robin');
	expect(sent).toEqual([]);
});
