/**
 * `npm run shots [WORD…]`: a picture of every screen, on a phone, a tablet and a laptop, in English and Arabic, and on a
 * phone at night, in strong lines, in Easy Read and in very large words, in `shots/`, to be looked at. Words narrow it
 * down: `npm run shots phone ar robin`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { args, executablePath } from './support/browser.ts';
import { Home } from './support/home.ts';
import { publicPages, walks, type Walk } from './support/screens.ts';

const port = Number(process.env['PORT'] ?? 4198);
const base = `http://127.0.0.1:${port}`;
const words = process.argv.slice(2);

const sizes = {
	phone: { width: 412, height: 823 },
	tablet: { width: 820, height: 1180 },
	laptop: { width: 1280, height: 800 }
};
interface Look {
	name: string;
	lang: string;
	theme?: string;
	text?: string;
}
const looks: Look[] = [
	{ name: 'en', lang: 'en' },
	{ name: 'ar', lang: 'ar' },
	{ name: 'night', lang: 'en', theme: 'night' },
	{ name: 'contrast', lang: 'en', theme: 'contrast' },
	{ name: 'easy', lang: 'en-easy' },
	{ name: 'largest', lang: 'en', text: 'largest' }
];
type Size = keyof typeof sizes;

/** Words of the command line that name sizes, looks or walks pick among these; where none does, all are taken. */
function picked<T>(all: T[], nameOf: (one: T) => string): T[] {
	const some = all.filter((one) => words.includes(nameOf(one)));
	return some.length > 0 ? some : all;
}

/** Beside English and Arabic by day a phone is enough, unless more is asked for. */
const isWanted = (size: Size, look: Look): boolean =>
	look.name === 'en' || look.name === 'ar' || size === 'phone' || words.includes(size);

async function shoot(page: Page, file: string): Promise<void> {
	await page.waitForLoadState('networkidle').catch(() => undefined);
	await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
	await page.waitForTimeout(200); // what is read from the drawer comes a moment later
	await page.screenshot({ path: `${file}.png`, fullPage: true });
}

async function begin(context: BrowserContext, walk: Walk): Promise<Page> {
	const page = await context.newPage();
	await page.goto(base);
	await page.locator('#main h1').waitFor();
	if (walk.who) {
		await page.locator('.demo-btn', { hasText: walk.who }).click();
		await page.waitForURL(/\/(my|work|home)$/);
		await page.locator('#main h1').waitFor();
	}
	return page;
}

/** What cannot be reached is told, and the walk goes on. */
async function take(context: BrowserContext, walk: Walk, folder: string, home: Home): Promise<string[]> {
	const missed: string[] = [];
	const page = await begin(context, walk);
	page.setDefaultTimeout(6000);
	for (const [name, go] of await walk.screens(home)) {
		try {
			await go(page);
			await shoot(page, join(folder, `${walk.name}-${name}`));
		} catch (problem) {
			missed.push(`${walk.name}-${name}: ${String(problem).split('\n')[0]}`);
		}
	}
	await page.close();
	return missed;
}

async function takePublic(context: BrowserContext, look: Look, folder: string): Promise<void> {
	const page = await context.newPage();
	for (const path of publicPages(look.lang)) {
		await page.goto(`${base}/${path}`);
		await shoot(page, join(folder, path.replace(`${look.lang}/`, 'public-').replaceAll('/', '-')));
	}
	await page.close();
}

async function takeAll(browser: Browser, home: Home, size: Size, look: Look): Promise<void> {
	const folder = join('shots', size, look.name);
	mkdirSync(folder, { recursive: true });
	const { lang, theme, text } = look;
	for (const walk of picked([...walks, null], (one) => one?.name ?? 'public')) {
		const context = await browser.newContext({
			viewport: sizes[size],
			serviceWorkers: 'block',
			hasTouch: size !== 'laptop'
		});
		await context.addInitScript(
			(value) => localStorage.setItem('sayso.look', value),
			JSON.stringify({ lang, theme, text })
		);
		if (walk)
			for (const line of await take(context, walk, folder, home)) console.log(`  missed ${size} ${look.name} ${line}`);
		else await takePublic(context, look, folder);
		await context.close();
	}
	console.log(folder);
}

async function answering(): Promise<Home> {
	for (let tries = 0; tries < 120; tries++) {
		const home = await Home.at(base).catch(() => null);
		if (home) return home;
		await new Promise((go) => setTimeout(go, 500));
	}
	throw new Error('the made-up home did not start');
}

const server = spawn(process.execPath, ['tests/support/demo-server.ts', String(port)], { stdio: 'ignore' });
try {
	const home = await answering();
	const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
	for (const size of picked<Size>(['phone', 'tablet', 'laptop'], (one) => one)) {
		for (const look of picked(looks, ({ name }) => name)) {
			if (isWanted(size, look)) await takeAll(browser, home, size, look);
		}
	}
	await browser.close();
} finally {
	server.kill();
}
