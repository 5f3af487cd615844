import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { languages } from '../../src/lib/i18n/languages.ts';
import { expect, test } from '../support/journey.ts';

/** What no engine finds on its own: where the focus goes, what is cut off, and what stays in its place. */

/** Where the focus is now: whether it can be seen, and whether anything lies over it. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const one = document.activeElement;
		if (!one || one === document.body) return null;
		const { left, right, top, bottom } = one.getBoundingClientRect();
		const [x, y] = [
			(Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
			(Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
		];
		const over = [...one.getClientRects()].map((box) =>
			document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
		);
		const { outlineStyle, outlineWidth } = getComputedStyle(one);
		return {
			name: `${one.tagName} ${one.getAttribute('href') ?? ''} ${(one.textContent ?? '').trim().slice(0, 30)}`,
			seen: y > 0 && y < innerHeight && x > 0 && x < innerWidth,
			free: over.some((top) => top !== null && (one.contains(top) || top.contains(one))),
			ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3
		};
	});

for (const path of ['/', '/en/help', '/ar/guide', '/cy/find'])
	test(`with the Tab key one gets through ${path} and out again, and always sees where one is`, async ({
		page,
		child
	}) => {
		await page.goto(path);
		if (path === '/') await expect(child.part('Try it out')).toBeVisible(); // all of it is there
		const there = await page.locator('a[href]:visible, button:visible, input:visible').count();
		const seen: string[] = [];
		const wrong: string[] = [];
		for (let step = 0; step < there + 5; step++) {
			await page.keyboard.press('Tab');
			const at = await focused(page);
			if (!at) break; // past the last one: out of the page
			seen.push(at.name);
			if (!at.seen || !at.free || !at.ring) wrong.push(JSON.stringify(at));
		}
		expect(wrong).toEqual([]);
		expect(seen.length).toBeGreaterThanOrEqual(Math.max(5, Math.min(there, 10)));
		expect(seen.length, 'it goes round and round').toBeLessThan(there + 5);
	});

test('at four times the size nothing is cut off, nothing scrolls sideways, and Easy Read is never small', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 256 });
	const names = ['find', 'booklet', ...readdirSync('src/content/england/en').map((file) => file.replace('.md', ''))];
	const wrong: string[] = [];
	for (const [at, name] of ['', ...names].entries()) {
		const path = name === '' ? '/' : `/${languages[at % languages.length]}/${name}`;
		await page.goto(path);
		const cut = await page.evaluate(() => {
			const root = document.documentElement;
			const wide = root.scrollWidth > root.clientWidth ? ['scrolls sideways'] : [];
			const clipped = [...document.querySelectorAll('main *, .bar *')].filter((one) => {
				const { overflowX, overflowY } = getComputedStyle(one);
				const hides = [overflowX, overflowY].some((how) => ['hidden', 'clip'].includes(how));
				const out = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
				return hides && out && one.clientWidth > 1 && !one.closest('svg, .sr');
			});
			// Easy Read is 19 px or more, also here.
			const small = [...document.querySelectorAll('main *')].filter((one) => {
				const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
				return words && one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 19;
			});
			const easy = location.pathname.startsWith('/en-easy/') ? small : [];
			return [...wide, ...[...clipped, ...easy].map((one) => one.outerHTML.slice(0, 80))];
		});
		wrong.push(...cut.map((what) => `${path}: ${what}`));
	}
	expect(wrong).toEqual([]);
});

test('Help and Hide are at the same place on the door, on every kind of public page and in a drawer', async ({
	page,
	child
}) => {
	const places: Record<string, string> = {};
	const look = async (name: string) => {
		const boxes = await Promise.all(
			[page.locator('.bar .btn-help'), page.locator('.bar .btn-hide')].map((one) => one.boundingBox())
		);
		expect(boxes, name).not.toContain(null); // what is nowhere is nowhere the same
		places[name] = boxes.map((box) => `${Math.round(box?.x ?? -1)},${Math.round(box?.y ?? -1)}`).join(' ');
	};
	for (const path of ['/en/help', '/en/complain', '/en/find', '/en/booklet', '/en-easy/letter']) {
		await page.goto(path);
		await look(path);
	}
	await child.goToDoor();
	await look('door');
	await child.openDemo('Robin');
	for (const path of ['/my', '/my/ask', '/my/list', '/my/time', '/my/guide', '/my/help', '/my/drawer']) {
		if (path !== '/my') await page.locator(`a[href="${path}"]`).first().click();
		await page.waitForURL((url) => url.pathname === path);
		await look(path);
		if (path !== '/my') await page.goBack();
	}
	expect([...new Set(Object.values(places))], JSON.stringify(places)).toHaveLength(1);
});
