import type { Page } from '@playwright/test';
import { args, beeping, executablePath } from '../support/browser.ts';
import { Asking, joinedChild, newChild, seenBy } from '../support/asking.ts';
import { PIN } from '../support/child.ts';
import { expect, test } from '../support/journey.ts';

test.use({
	permissions: ['microphone'],
	launchOptions: {
		...(executablePath ? { executablePath } : {}),
		args: [...args, ...beeping]
	}
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const mine = (page: Page) => page.getByRole('group', { name: 'My recording' });

/** How long it is, and how loud at its loudest: it is no sound without. */
const heard = (page: Page, data: string) =>
	page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer);
		const loudest = sound.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
		return { seconds: sound.duration, loudest };
	}, data);

test(
	'what is said aloud with no signal and cut off by a lock is kept, sent once, and heard by whom it is for',
	{
		tag: '@kept'
	},
	async ({ home, child, page, adult }) => {
		const me = await joinedChild(home, child);
		const name = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
		await child.losesSignal();
		const asking = new Asking(child);
		await asking.begin();
		await asking.say(3500);
		await page.getByRole('link', { name: 'Hide' }).click();
		await child.seesDoor();
		await page.getByRole('navigation', { name: 'Drawers' }).getByRole('button').click();
		await child.tapPin(PIN);
		await asking.begin();
		await expect(mine(page)).toBeVisible();
		await expect(page.getByText('Recording now')).toHaveCount(0);
		await mine(page).getByRole('button', { name: 'Play' }).click();
		await expect(mine(page).getByText(/[2-4] seconds/)).toBeVisible();
		await asking.next('Next: who gets it');
		await asking.leaveOut('Pat');
		await asking.next('Next: look and send');
		await expect(mine(page)).toBeVisible();
		await asking.send();
		await expect(mine(page)).toBeVisible();
		await child.findsSignal();
		const sent = async () => (await seenBy(home, 'sam', me))[0]?.recording ?? null;
		await expect.poll(sent, { timeout: 40_000 }).not.toBeNull();
		const hash = (await sent()) ?? '';
		const [sound] = await (await home.as('sam')).pictures([hash]);
		const { seconds, loudest } = await heard(page, sound?.data ?? '');
		expect(seconds).toBeGreaterThan(2);
		expect(loudest).toBeGreaterThan(0.01);
		expect(await (await home.as('pat')).pictures([hash])).toEqual([]);

		const sam = await adult('Sam');
		await sam.go('Children');
		await sam.comes(sam.page.getByRole('link', { name: `Plan with ${name}` }));
		await sam.press(`Plan with ${name}`);
		const told = sam.page.getByRole('group', { name: `${name}’s recording` });
		await sam.comes(told);
		await told.getByRole('button', { name: 'Play' }).click();
		await expect(told.getByText(/[2-4] seconds/)).toBeVisible();
	}
);

test('it is heard back, said again and taken off, and nothing is lost without a question', async ({
	home,
	child,
	page
}) => {
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.say();
	await press(page, 'Stop');
	await expect(mine(page)).toBeVisible();
	await press(page, 'Say it again');
	await press(page, 'Keep it');
	await press(page, 'Take it off');
	await page.getByRole('dialog').getByRole('button', { name: 'Take it off' }).click();
	await expect(mine(page)).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Start recording' })).toBeVisible();
});

test('who goes on while the recording runs loses nothing, and the microphone is let go', async ({
	home,
	child,
	page
}) => {
	await page.addInitScript(() => {
		const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
		const tracks: MediaStreamTrack[] = [];
		Object.assign(globalThis, { tracks });
		navigator.mediaDevices.getUserMedia = async (asked) => {
			const stream = await real(asked);
			tracks.push(...stream.getTracks());
			return stream;
		};
	});
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.say();
	await asking.next('Next: who gets it');
	await expect(mine(page)).toBeVisible();
	const states = await page.evaluate(() =>
		(globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map((one) => one.readyState)
	);
	expect(states).toEqual(['ended']);
});

test('where the microphone is not allowed it says how to allow it, and the other ways stand', async ({
	home,
	child,
	page
}) => {
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
	});
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await press(page, 'Say it');
	await press(page, 'Start recording');
	await expect(page.getByText('The microphone is turned off for Sayso.')).toBeVisible();
	await asking.write('Then I write it.');
});

test('a browser that cannot record says so', async ({ home, child, page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'MediaRecorder'));
	await newChild(home, child);
	await new Asking(child).begin();
	await press(page, 'Say it');
	await expect(page.getByText('This device cannot record here.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Draw', exact: true })).toBeVisible();
});

test('where the home turned it off it is not offered, and what is begun says so', async ({ home, child, page }) => {
	const pat = await home.as('pat');
	const { id, demo, ...settings } = (await pat.view()).home;
	expect([id !== '', demo]).toEqual([true, true]);
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.say();
	await press(page, 'Stop');
	await expect(mine(page)).toBeVisible();
	await pat.call('set_home', { ...settings, recordings: false });
	try {
		await child.comes(page.getByText('Your home has turned this off.'));
		await expect(page.getByRole('button', { name: 'Say it again' })).toHaveCount(0);
		await press(page, 'Take it off');
		await page.getByRole('dialog').getByRole('button', { name: 'Take it off' }).click();
		await page.getByRole('button', { name: 'Keep it for later' }).click();
		await asking.begin();
		await expect(page.getByRole('button', { name: 'Draw', exact: true })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Say it', exact: true })).toHaveCount(0);
	} finally {
		await pat.call('set_home', { ...settings, recordings: true });
	}
});
