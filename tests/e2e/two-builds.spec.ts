import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Part } from '../../supabase/server/http/part.ts';
import { serveFiles } from '../../supabase/server/http/static-files.ts';
import { Asking, joinedChild, newChild } from '../support/asking.ts';
import type { Child } from '../support/child.ts';
import { buildNext, versionIn } from '../support/next-build.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';
import { inMyDrawer } from '../support/child';

test.use({ serviceWorkers: 'allow' });

test.describe.configure({ mode: 'serial', timeout: 600_000, retries: 0 });

let next: string;
test.beforeAll(() => {
	next = buildNext();
});
test.afterAll(() => rmSync(next, { recursive: true, force: true }));
test.afterEach(({ own }) => own.start());

const nextBuild = () => serveFiles(join(next, 'build'));
const isNext = (page: Page) => page.locator('[data-build=next]');
const nameOf = async (child: Child) =>
	(await child.page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');

/** What is asked for in vain, of what the app is made of. */
function askedInVain(page: Page): string[] {
	const vain: string[] = [];
	page.on('response', (answer) => {
		if (answer.status() === 404) vain.push(new URL(answer.url()).pathname);
	});
	return vain;
}

/** As a drawer does that fetches as it closes: for a moment after the next press, requests go through the worker. */
const fetchesAtNextPress = (page: Page) =>
	page.evaluate(() => {
		const until = (end: number) => {
			if (Date.now() > end) return;
			void fetch('/first.js');
			setTimeout(() => until(end), 5);
		};
		document.addEventListener('click', () => until(Date.now() + 400), { once: true, capture: true });
	});

async function writes(child: Child, words: string): Promise<void> {
	const asking = new Asking(child);
	await asking.begin();
	await asking.write(words);
	await child.page.getByRole('button', { name: 'Keep it for later' }).click();
	await expect(child.page.getByRole('heading', { level: 1, name: /^Hello / })).toBeVisible();
}

test('two versions are two, by what they are made of, and the newer has the parts of the older beside it', () => {
	expect(versionIn('build')).toMatch(/^[\w-]{12}$/);
	expect(versionIn(join(next, 'build'))).not.toBe(versionIn('build'));
	expect(existsSync(join(next, 'build/_app/immutable/entry'))).toBe(true);
});

test('a page that is open when a new version comes goes on, asks at a quiet moment, and keeps what was begun', async ({
	home,
	child,
	page,
	own
}) => {
	const vain = askedInVain(page);
	await joinedChild(home, child);
	const name = await nameOf(child);
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await writes(child, 'Half a sentence');
	await own.start({ files: nextBuild() });
	await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
	await expect(page.getByText('There is a new version of Sayso.')).toBeVisible({ timeout: 60_000 });
	await inMyDrawer(page, 'My devices'); // a page that it has not fetched yet
	await expect(page.getByRole('heading', { level: 1, name: 'My devices' })).toBeVisible();
	await expect(isNext(page)).toHaveCount(0);
	await fetchesAtNextPress(page);
	await page.getByRole('button', { name: 'Use it now' }).click();
	await expect(isNext(page)).toHaveCount(1, { timeout: 45_000 }); // at once, or from the door
	await child.seesDoor();
	await child.openDrawer(name);
	await new Asking(child).begin();
	await expect(page.getByLabel('My words')).toHaveValue('Half a sentence');
	expect(vain).toEqual([]);
});

test('a new version costs what changed in it: what only names a changed file is not fetched again', async ({
	home,
	child,
	page,
	own
}) => {
	await newChild(home, child);
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	const [files, asked]: [Part, string[]] = [nextBuild(), []];
	await own.start({
		files: (request, env) => {
			asked.push(new URL(request.url).pathname);
			return files(request, env);
		}
	});
	await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
	await expect(page.getByText('There is a new version of Sayso.')).toBeVisible({ timeout: 60_000 });
	const parts = asked.filter((path) => path.startsWith('/_app/immutable/'));
	expect(parts.filter((path) => path.includes('/parcels/'))).toEqual([expect.stringContaining('/renames.')]);
	expect(parts.length).toBeGreaterThan(1); // Page.svelte itself
	expect(parts.length).toBeLessThan(6);
});

test.describe('with nothing kept on this device', () => {
	test.use({ serviceWorkers: 'block' });

	test('a page that is open still finds its parts beside the new ones', async ({ home, child, page, own }) => {
		const vain = askedInVain(page);
		await newChild(home, child);
		await own.start({ files: nextBuild() });
		await inMyDrawer(page, 'My devices');
		await expect(page.getByRole('heading', { level: 1, name: 'My devices' })).toBeVisible();
		await expect(isNext(page)).toHaveCount(0);
		expect(vain).toEqual([]);
	});

	test('where they are gone the door of the new version opens, and what was begun is there', async ({
		home,
		child,
		page,
		own
	}) => {
		await joinedChild(home, child);
		const name = await nameOf(child);
		await writes(child, 'Half a sentence');
		const files = nextBuild();
		await own.start({
			files: (request, env) => {
				const { pathname } = new URL(request.url);
				const isOld = pathname.includes('/_app/immutable/') && existsSync(join('build', pathname));
				const isAlsoNew = existsSync(join(next, '.svelte-kit/output/client', pathname));
				return isOld && !isAlsoNew ? new Response(null, { status: 404 }) : files(request, env);
			}
		});
		await inMyDrawer(page, 'My devices');
		await child.seesDoor();
		await expect(isNext(page)).toHaveCount(1);
		await child.openDrawer(name);
		await new Asking(child).begin();
		await expect(page.getByLabel('My words')).toHaveValue('Half a sentence');
	});
});
