import { readdirSync } from 'node:fs';
import type { Page, Response } from '@playwright/test';
import { languages } from '../../src/lib/i18n/languages.ts';
import type { OwnHome } from '../support/own-home.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';
import { Asking, joinedChild } from '../support/asking.ts';
import { Child } from '../support/child.ts';

test.use({ serviceWorkers: 'allow' });

test.describe.configure({ timeout: 240_000 });

/** Every answer and every grumble of the browser, while a page is used. */
function recorded(page: Page) {
	const answers: Response[] = [];
	const grumbles: string[] = [];
	page.context().on('response', (answer) => {
		if (answer.url().startsWith('http')) answers.push(answer); // a blob: is a picture of the page's own
	});
	page.context().on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) grumbles.push(message.text());
	});
	return { answers, grumbles };
}

const rightHeaders = async (answer: Response): Promise<string[]> =>
	wrongHeaders(new URL(answer.url()).pathname, await answer.allHeaders());

function wrongHeaders(path: string, headers: Record<string, string>): string[] {
	const wanted: Record<string, RegExp> = {
		'content-security-policy': /frame-ancestors 'none'/,
		'cross-origin-opener-policy': /^same-origin$/,
		'cross-origin-resource-policy': /^same-origin$/,
		'referrer-policy': /^no-referrer$/,
		'x-content-type-options': /^nosniff$/,
		'permissions-policy': /geolocation=\(\)/,
		...(/^\/(rest|auth|demo|config\.json)/.test(path) && { 'cache-control': /^no-store$/ })
	};
	return Object.entries(wanted)
		.filter(([name, value]) => !value.test(headers[name] ?? ''))
		.map(([name]) => `${path}: ${name}: ${headers[name]}`);
}

/** What a page says of itself in its head: two policies both hold. */
function rightPolicy(html: string): void {
	const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/
		.exec(html)?.[1]
		?.replaceAll('&#39;', "'");
	const of = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy ?? '')?.[1] ?? '';
	expect(of('default-src')).toBe("'none'");
	expect(of('script-src')).toMatch(/^'self'( 'sha256-[^']+')*$/);
	expect(of('style-src')).toMatch(/^'self'( 'sha256-[^']+')*$/);
	expect(of('connect-src')).toBe("'self'");
	expect(of('font-src')).toBe("'self'");
	expect(of('require-trusted-types-for')).toBe("'script'");
	expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
}

test('law 10: every public page, in every language, asks nobody but us and says so', async ({
	page,
	request,
	baseURL
}) => {
	const names = readdirSync('src/content/england/en').map((file) => file.replace('.md', ''));
	const paths = languages.flatMap((lang) => [...names, 'find', 'booklet'].map((name) => `/${lang}/${name}`));
	for (const path of ['/', ...paths]) {
		const answer = await request.get(path);
		const html = await answer.text();
		rightPolicy(html);
		expect(wrongHeaders(path, answer.headers())).toEqual([]);
		// What a page fetches by itself: only a link that somebody presses leads elsewhere.
		const fetched = [...html.matchAll(/<(?!a\s)\w+[^>]*?\s(?:src|href|action)="([^"]*)"/g)].map(([, to]) => to ?? '');
		expect(fetched.filter((to) => new URL(to, `${baseURL}${path}`).origin !== baseURL)).toEqual([]);
	}
	const { answers, grumbles } = recorded(page);
	for (const path of ['/', '/en/help', '/ar/find', '/cy/booklet', '/en-easy/guide']) await page.goto(path);
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	expect(answers.length).toBeGreaterThan(20);
	expect(answers.filter((answer) => new URL(answer.url()).origin !== baseURL).map((answer) => answer.url())).toEqual(
		[]
	);
	expect((await Promise.all(answers.map(rightHeaders))).flat()).toEqual([]);
	expect(grumbles).toEqual([]);
});

test('law 10: a child’s whole drawer asks nobody but us, and what the server says of a person is kept by nobody', async ({
	home,
	child,
	page,
	baseURL
}) => {
	const { answers, grumbles } = recorded(page);
	await joinedChild(home, child);
	await new Asking(child).ask('School', 'The bus is too early.');
	await expect(child.words('Sent')).toBeVisible();
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).first().click();
	await page.getByRole('link', { name: 'Help now' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help now');
	expect(answers.some((answer) => answer.url().includes('/rest/v1/rpc/my_view'))).toBe(true);
	expect(answers.filter((answer) => new URL(answer.url()).origin !== baseURL).map((answer) => answer.url())).toEqual(
		[]
	);
	expect((await Promise.all(answers.map(rightHeaders))).flat()).toEqual([]);
	expect(grumbles).toEqual([]);
});

test('a script that somebody smuggled in does not run, and cannot send anything away', async ({ browser, baseURL }) => {
	const page = await browser.newPage({ ...(baseURL && { baseURL }) }); // where nobody minds what the console says
	const child = new Child(page);
	const refused: string[] = [];
	page.on('console', (message) => refused.push(message.text()));
	await child.openDemo('Robin');
	const ran = await page.evaluate(async () => {
		const tried: Record<string, boolean> = {};
		const attempt = async (name: string, act: () => unknown) => {
			try {
				await act();
				tried[name] = true;
			} catch {
				tried[name] = false;
			}
		};
		await attempt('html', () => (document.body.innerHTML += '<img src=x onerror="window.hit = 1">'));
		await attempt('fetch', () => fetch('https://elsewhere.invalid/x', { mode: 'no-cors' }));
		await attempt('frame', () => {
			const frame = document.createElement('iframe');
			frame.srcdoc = '<p>x</p>';
			document.body.append(frame);
		});
		const inline = document.createElement('script');
		await attempt('inline', () => {
			inline.textContent = 'window.hit = 2';
			document.body.append(inline);
		});
		return { tried, hit: 'hit' in window };
	});
	expect(ran).toEqual({ tried: { html: false, fetch: false, frame: false, inline: false }, hit: false });
	expect(refused.join('\n')).toMatch(/Content Security Policy|TrustedHTML/);
});

/** How many rows every table has. */
async function rows(own: OwnHome): Promise<Record<string, unknown>> {
	const tables = await own.database.query(
		`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
			where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`
	);
	const counts: Record<string, unknown> = {};
	for (const { name } of tables)
		counts[String(name)] = (await own.database.query(`select count(*)::int as n from ${String(name)}`))[0]?.['n'];
	return counts;
}

test('law 6: opening Help, from the door and from a drawer, leaves no row in any table', async ({
	own,
	child,
	page
}) => {
	await child.goToDoor();
	const before = await rows(own);
	expect(Object.keys(before).length).toBeGreaterThan(20);
	for (const path of ['/en/help', '/en/guide', '/en/advocate', '/ar/help']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	expect(await rows(own)).toEqual(before);
	await child.openDemo('Robin');
	await page.waitForTimeout(1500); // what a first view brings is over
	const opened = await rows(own);
	expect(opened).not.toEqual(before);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.getByRole('link', { name: 'Help now' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help now');
	await page.waitForTimeout(1500);
	expect(asked.filter((path) => /^\/(rest|auth|demo)/.test(path))).toEqual([]);
	expect(await rows(own)).toEqual(opened);
});
