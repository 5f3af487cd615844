import type { Page } from '@playwright/test';
import { atOwnHome as test, expect } from '../support/journey.ts';
import { askedFirst } from '../support/own-home.ts';

test.use({ serviceWorkers: 'allow' });

const KEPT = 'Kept on this device. It needs no signal.';
const NOT = 'Sayso is not all on this device. It needs a signal.';

const ready = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
/** As a browser does that runs out of room. */
const throwAway = (page: Page, part: string) =>
	page.evaluate(async (path) => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) if (request.url.includes(path)) await cache.delete(request);
		}
	}, part);

test.afterEach(({ own }) => own.start());

test('that it needs no signal is said only where all of it is here, and gaps are filled again', async ({
	page,
	context
}) => {
	test.setTimeout(120_000);
	await page.goto('/');
	await ready(page);
	await expect(page.getByText(KEPT)).toBeVisible();
	await throwAway(page, '/en/');
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByText(NOT)).toBeVisible();
	await expect(page.getByText(KEPT)).toBeHidden();
	await context.setOffline(false);
	await expect(page.getByText(KEPT)).toBeVisible({ timeout: 30_000 });
	await context.setOffline(true);
	await page.goto('/en/help');
	await expect(page.getByRole('heading', { level: 1, name: 'Help now' })).toBeVisible();
	await context.setOffline(false);
});

test('gaps are not filled from a version that is gone', async ({ page, own }) => {
	test.setTimeout(120_000);
	await page.goto('/');
	await ready(page);
	await expect(page.getByText(KEPT)).toBeVisible();
	await throwAway(page, '/en/rights');
	const asked: string[] = [];
	await own.start({
		files: (request, env) => {
			const { pathname } = new URL(request.url);
			asked.push(pathname);
			return pathname === '/_app/version.json'
				? Response.json({ version: 'another' })
				: own.site.files(askedFirst(request), env);
		}
	});
	await page.reload();
	await expect(page.getByText(NOT)).toBeVisible();
	expect(asked).not.toContain('/en/rights');
});

test('that it could not be kept is said', async ({ browser, own }) => {
	await own.start({
		files: (request, env) =>
			request.url.endsWith('/icon-192.png') ? new Response(null, { status: 404 }) : own.site.files(request, env)
	});
	const context = await browser.newContext({ baseURL: own.base });
	const page = await context.newPage();
	await page.goto('/');
	await expect(page.getByText(NOT)).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText(KEPT)).toBeHidden();
	await context.close();
});
