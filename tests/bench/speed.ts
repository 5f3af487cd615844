/**
 * `npm run bench:speed [paint|cold|growth|taps]`: how a built app feels on a cheap phone (4 × slower than this machine) and a poor
 * network, beside the same pages as bare HTML. Rounds are interleaved and only ratios count: this machine is noisy.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { args, executablePath } from '../support/browser.ts';
import { Child, PIN } from '../support/child.ts';
import { median } from './median.ts';
import { Stage } from './speed-stage.ts';
import { walk } from './speed-taps.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 9);
const wanted = process.argv.slice(2);
const isWanted = (what: string) => wanted.length === 0 || wanted.includes(what);
const ms = (value: number) => `${Math.round(value)} ms`;
const times = (values: number[]) =>
	`${median(values).toFixed(2)} x (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;

/** A first visit: nothing of it is on the device. When its largest part is painted. */
async function firstVisit(stage: Stage, browser: Browser, url: string): Promise<{ largest: number; shift: number }> {
	const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
	const page = await stage.page({ context });
	await page.goto(url);
	await page.waitForTimeout(1500);
	const { largest, shift } = await page.evaluate(() => window.seen);
	await context.close();
	return { largest, shift };
}

async function paint(stage: Stage): Promise<void> {
	const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
	for (const [name, app, plain, goal] of [
		['the door', '/', '/index', 1.25],
		['Help now', '/en/help', '/en/help', 1.1]
	] as const) {
		const rounds: { ours: number; bare: number; shift: number }[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			const { largest: ours, shift } = await firstVisit(stage, browser, stage.own.base + app);
			const { largest: bare } = await firstVisit(stage, browser, stage.plain.base + plain);
			rounds.push({ ours, bare, shift });
		}
		const ratios = rounds.map(({ ours, bare }) => ours / bare);
		console.log(
			`first visit, ${name}: largest paint ${ms(median(rounds.map(({ ours }) => ours)))}, bare HTML ${ms(median(rounds.map(({ bare }) => bare)))}: ${times(ratios)}, goal ${goal}; shift ${Math.max(...rounds.map(({ shift }) => shift)).toFixed(3)}`
		);
	}
	await browser.close();
}

/** From one page of plain HTML to the next: when the largest part of the second is painted. */
async function plainWay(stage: Stage, page: Page): Promise<{ door: number; today: number }> {
	await page.goto(`${stage.plain.base}/index`);
	await page.waitForTimeout(300);
	const door = await page.evaluate(() => window.seen.largest);
	await page.goto(`${stage.plain.base}/today`);
	await page.waitForTimeout(300);
	return { door, today: await page.evaluate(() => window.seen.largest) };
}

/** Today from the last tap on the lock, beside the same page as HTML that the device keeps, too. */
async function today(stage: Stage, cold: boolean): Promise<void> {
	const rounds: { ours: number; bare: number; lock: number; all: number }[] = [];
	for (let round = 0; round < (cold ? Math.min(ROUNDS, 5) : ROUNDS); round++) {
		if (cold) await stage.cold();
		const [page, other] = [await stage.page(), await stage.page()];
		const first = round % 2 === 0 ? await plainWay(stage, other) : null;
		const app = await stage.enter(page, 'Tess');
		const bare = first ?? (await plainWay(stage, other));
		rounds.push({
			ours: app.today,
			bare: bare.today,
			lock: app.lock,
			all: (app.door + app.today) / (bare.door + bare.today)
		});
		await page.close();
		await other.close();
		if (cold) await stage.warm();
	}
	const of = (what: 'ours' | 'bare' | 'lock') => ms(median(rounds.map((one) => one[what])));
	if (cold)
		console.log(
			`cold start offline, door and Today of 300 things: ${times(rounds.map(({ all }) => all))} the same as HTML, goal 1.30`
		);
	else
		console.log(
			`Today of 300 things from the last tap: ${of('ours')} (and ${of('lock')} at the lock, as long as it takes by design), the same as HTML ${of('bare')}: ${times(rounds.map(({ ours, bare }) => ours / bare))}, goal 1.25`
		);
}

async function growth(stage: Stage): Promise<void> {
	const names = { Ten: 10, Hun: 100, Tho: 1000 };
	for (const [name, many] of Object.entries(names)) await stage.child(name, many);
	const took: Record<string, number[]> = {};
	for (let round = 0; round < ROUNDS; round++)
		for (const name of Object.keys(names)) {
			const page = await stage.page();
			(took[name] ??= []).push((await stage.enter(page, name)).today);
			await page.close();
		}
	const said = Object.entries(names).map(([name, many]) => `${many} things ${ms(median(took[name] ?? []))}`);
	const ratios = (took['Tho'] ?? []).map((value, round) => value / (took['Ten']?.[round] ?? NaN));
	console.log(`growth, Today from the last tap: ${said.join(', ')}: ${times(ratios)} from 10 to 1000, goal 1.20`);
}

async function taps(stage: Stage): Promise<void> {
	const page = await stage.page();
	await page.goto(`${stage.own.base}/`);
	await new Child(page).openDrawer('Tess', PIN);
	await page.waitForTimeout(1500);
	const slowest = await walk(page);
	const { shift, long } = await page.evaluate(() => window.seen);
	const blocking = long.reduce((sum, took) => sum + Math.max(0, took - 50), 0);
	console.log(
		`taps: ${slowest.length}, slowest ${slowest
			.slice(0, 6)
			.map(({ what, took }) => `${took} ms (${what})`)
			.join(', ')}; goal 80 ms`
	);
	console.log(
		`taps: layout shift ${shift.toFixed(3)}, goal 0.000; ${long.length} long tasks, the longest ${ms(Math.max(0, ...long))}, blocking ${ms(blocking)}, goal 50 ms`
	);
}

const stage = await Stage.open();
try {
	await stage.child('Tess', 300);
	const page = await stage.page({ slow: false });
	await stage.enter(page, 'Tess');
	await stage.keepPlain(page, '/today');
	await page.close();
	if (isWanted('paint')) await paint(stage);
	if (isWanted('paint')) await today(stage, false);
	if (isWanted('cold')) await today(stage, true);
	if (isWanted('taps')) await taps(stage);
	if (isWanted('growth')) await growth(stage);
} finally {
	await stage.close();
}
process.exit(0);
