import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Tablet } from '../support/canary/chromium.ts';
import { findIn, findOnDisk } from '../support/canary/disk.ts';
import { keptBy } from '../support/canary/kept.ts';
import { leaveBy, newWord, plant, wordCanary, SYMBOL } from '../support/canary/plant.ts';
import { expect, test } from '../support/journey.ts';

interface OnDisk {
	profile: string;
	tablet: Tablet;
	/** The door, on that tablet. */
	page: Page;
}

/** A tablet whose profile lies on the disk, until the test ends. */
const onTablet = test.extend<{ disk: OnDisk }>({
	disk: async ({ baseURL }, use) => {
		const profile = mkdtempSync(join(tmpdir(), 'sayso-profile-'));
		const tablet = await Tablet.open(profile);
		const page = await tablet.context.newPage();
		await page.goto(baseURL ?? '');
		await use({ profile, tablet, page });
		await tablet.kill();
		rmSync(profile, { recursive: true, force: true });
	}
});
onTablet.use({ serviceWorkers: 'allow' });
onTablet.describe.configure({ timeout: 180_000 });

onTablet(
	'after a lock, and Back, nothing of a child is in the page, in what it keeps, or on the disk',
	async ({ home, disk }) => {
		const { profile, tablet, page } = disk;
		const { child, canaries } = await plant(page, home);
		await leaveBy.lock(child);
		expect(findIn(await keptBy(page), canaries)).toEqual([]);
		await page.goBack();
		await child.seesDoor();
		expect(findIn(await keptBy(page), canaries)).toEqual([]);
		await tablet.close();
		expect(findOnDisk(profile, canaries)).toEqual([]);
	}
);

onTablet('after Hide, Back and a kill, likewise', async ({ home, disk }) => {
	const { profile, tablet, page } = disk;
	const { child, canaries } = await plant(page, home);
	await leaveBy.hide(child);
	expect(findIn(await keptBy(page), canaries)).toEqual([]);
	await page.goBack();
	await child.seesDoor();
	expect(findIn(await keptBy(page), canaries)).toEqual([]);
	await tablet.kill();
	expect(findOnDisk(profile, canaries)).toEqual([]);
});

onTablet(
	'killed with the drawer open in the middle of a sentence, and started again where it was',
	async ({ home, disk }) => {
		const { profile, tablet, page } = disk;
		const { canaries } = await plant(page, home);
		await page.waitForTimeout(4000); // the browser writes down its open pages every few seconds
		await tablet.kill();
		expect(findOnDisk(profile, canaries)).toEqual([]);
		const again = await Tablet.open(profile, ['--restore-last-session']);
		for (const one of again.context.pages()) expect(findIn(await one.content(), canaries)).toEqual([]);
		await again.kill();
		expect(findOnDisk(profile, canaries)).toEqual([]);
	}
);

onTablet('what is not sealed is found in each place, or the search would prove nothing', async ({ disk, baseURL }) => {
	const { profile, tablet, page } = disk;
	const places = ['indexeddb', 'large', 'local', 'session', 'cache', 'title', 'field'] as const;
	const word = Object.fromEntries(places.map((place) => [place, newWord()]));
	const drawing = { what: 'drawing', bytes: Buffer.concat([Buffer.from([0, 7, 34, 92, 255]), randomBytes(27)]) };
	await page.evaluate(
		async ([words, bytes]) => {
			const request = indexedDB.open('plain', 1);
			request.onupgradeneeded = () => request.result.createObjectStore('rows');
			await new Promise((done) => (request.onsuccess = done));
			const rows = request.result.transaction('rows', 'readwrite').objectStore('rows');
			rows.put({ symbol: 'school', words: words['indexeddb'] }, 1);
			rows.put({ json: '{"symbol":"school"}', much: 'much '.repeat(40_000) + words['large'] }, 2);
			rows.put({ drawing: new Uint8Array(bytes).buffer }, 3);
			await new Promise((done) => (rows.transaction.oncomplete = done));
			localStorage.setItem('plain', words['local'] ?? '');
			sessionStorage.setItem('plain', words['session'] ?? '');
			await (await caches.open('plain')).put('/plain', new Response(words['cache']));
			history.pushState(null, '', `/#${words['title']}`);
			document.title = words['title'] ?? '';
			const field = document.createElement('textarea');
			document.body.append(field);
			field.value = words['field'] ?? '';
		},
		[word, [...drawing.bytes]] as const
	);
	const canaries = [...Object.entries(word).map(([what, one]) => wordCanary(what, one)), drawing, ...SYMBOL];
	const inPage = findIn(await keptBy(page), canaries);
	expect(inPage).toEqual([...places, 'drawing', 'symbol as JSON']); // its other form is how the disk holds it
	await page.goto(`${baseURL}/en/help`);
	await page.waitForTimeout(4000);
	await tablet.close();
	const found = new Set(findOnDisk(profile, canaries).map(({ what }) => what));
	expect([...found].toSorted()).toEqual(canaries.map(({ what }) => what).toSorted());
});
