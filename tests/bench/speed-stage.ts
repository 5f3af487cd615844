import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import type { Part } from '../../supabase/server/http/part.ts';
import { serve, type RunningServer } from '../../supabase/server/http/serve.ts';
import { Tablet } from '../support/canary/chromium.ts';
import { Child, PIN } from '../support/child.ts';
import { Home } from '../support/home.ts';
import { OwnHome } from '../support/own-home.ts';
import { watch } from './speed-watch.ts';

const WORDS =
	'I want to see my brother and go swimming on Friday, please. Can we talk about the phone and my room too?';
const built = join(import.meta.dirname, '../../build');
const NETWORK = { offline: false, latency: 100, downloadThroughput: 9e6 / 8, uploadThroughput: 3e6 / 8 };

/** Keeps all that it is told of, and answers with it: what a page of plain HTML would have. */
const WORKER = `addEventListener('install', (event) => event.waitUntil(caches.open('all').then((all) => all.addAll(KEPT))));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`;

/** A made-up home, one tablet with a drawer for each number of things, and beside it the same pages as bare HTML. */
export class Stage {
	readonly own: OwnHome;
	tablet: Tablet;
	readonly plain: { base: string; pages: Map<string, string> };
	#profile: string;
	#served: RunningServer | null = null;

	private constructor(own: OwnHome, tablet: Tablet, profile: string) {
		this.own = own;
		this.tablet = tablet;
		this.#profile = profile;
		this.plain = { base: '', pages: new Map() };
	}

	static async open(): Promise<Stage> {
		const profile = mkdtempSync(join(tmpdir(), 'sayso-speed-'));
		const stage = new Stage(await OwnHome.open(), await Tablet.open(profile), profile);
		for (const path of ['index', 'en/help'])
			stage.plain.pages.set(`/${path}`, bare(readFileSync(join(built, `${path}.html`), 'utf8')));
		await stage.warm();
		return stage;
	}

	/** Nobody answers any more, and the browser was closed: as in the morning, without a signal. */
	async cold(): Promise<void> {
		await this.tablet.close();
		await this.own.stop();
		await this.#served?.close();
		this.tablet = await Tablet.open(this.#profile);
	}

	async warm(): Promise<void> {
		await this.own.start({ config: { ...this.own.site.config, demo: false } }); // as in a real home
		await this.#serve(this.plain.base === '' ? 0 : Number(new URL(this.plain.base).port));
	}

	/** A child with so many wishes, whose drawer is on this tablet. */
	async child(name: string, many: number): Promise<void> {
		const home = await Home.at(this.own.base);
		const id = await home.addChild(name);
		const page = await this.page({ slow: false });
		await new Child(page, this.own.base).join(await home.code(id), name);
		const account = await home.account(await home.code(id));
		const jo = await home.idOf('Jo');
		for (let at = 0; at < many; at++) {
			const said = { id: randomUUID(), symbol: 'family', words: `${WORDS} ${at}`, picture: null, may_move: false };
			await account.call('send_wish', { ...said, readers: [jo], left_out: [], shown: [jo] });
		}
		await page.close();
		await this.#saidHere(id);
		const news = await this.page({ slow: false });
		await this.enter(news, name);
		await news.waitForTimeout(3000);
		await news.locator('#main a[href="/my/drawer"]').click();
		await news.locator('#main a[href="/my/shared"]').first().click();
		await news.getByRole('heading', { level: 1, name: 'All I have shared' }).waitFor();
		const more = news.getByRole('button', { name: 'Show more' });
		while (await more.isVisible()) await more.click();
		const seen = await news.locator('#main .asked > li').count();
		if (seen !== many) throw new Error(`${name} sees ${seen} things and not ${many}: nothing was measured`);
		await news.close();
	}

	/** What was sent by another sign-in of the child's shows on this tablet as if it had been said here. */
	async #saidHere(child: string): Promise<void> {
		const first = `(select id from app.logins where person_id = '${child}' order by made_at limit 1)`;
		await this.own.database.exec(`update app.items set login_id = ${first} where child_id = '${child}'`);
	}

	/** A page at the pace of a cheap phone on a poor network, or as fast as this machine is. */
	async page({ slow = true, context = this.tablet.context as BrowserContext } = {}): Promise<Page> {
		const page = await context.newPage();
		await page.setViewportSize({ width: 412, height: 823 });
		await page.addInitScript(watch);
		if (!slow) return page;
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', NETWORK);
		await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		return page;
	}

	/** From the door into a drawer. Milliseconds from the last tap until all of Today stood there, without the work at the lock. */
	async enter(page: Page, name: string): Promise<{ door: number; today: number; lock: number }> {
		await page.goto(`${this.own.base}/`);
		await new Child(page).drawer(name).click();
		await page.evaluate((heading) => (window.seen.awaited = heading), `Hello ${name}`);
		await new Child(page).tapPin(PIN);
		await page.waitForFunction(() => window.seen.painted > 0);
		const { largest, painted, tapped, derived } = await page.evaluate(() => window.seen);
		return { door: largest, today: painted - tapped - derived, lock: derived };
	}

	/** The page that is shown now becomes one of plain HTML, with a worker that keeps it. */
	async keepPlain(page: Page, path: string): Promise<void> {
		this.plain.pages.set(path, bare(await page.content()));
		const blank = await this.page({ slow: false });
		await blank.goto(`${this.plain.base}/blank`);
		await blank.evaluate(async () => {
			await navigator.serviceWorker.register('/worker.js');
			await navigator.serviceWorker.ready;
		});
		await blank.close();
	}

	async close(): Promise<void> {
		await this.tablet.close();
		await this.#served?.close();
		await this.own.close();
		rmSync(this.#profile, { recursive: true, force: true });
	}

	async #serve(port: number): Promise<void> {
		const files: Part = (request, env) => {
			const { pathname } = new URL(request.url);
			const page = this.plain.pages.get(pathname);
			if (page !== undefined) return html(page);
			if (pathname === '/blank') return new Response('', { headers: { 'content-type': 'text/html' } });
			if (pathname === '/worker.js') {
				const worker = WORKER.replace('KEPT', JSON.stringify(this.#kept()));
				return new Response(worker, { headers: { 'content-type': 'text/javascript' } });
			}
			return this.own.site.files(request, env);
		};
		this.#served = await serve({ ...this.own.site, demo: null, files }, port, '127.0.0.1');
		this.plain.base = `http://127.0.0.1:${this.#served.port}`;
	}

	/** The plain pages, and all that they are drawn with. */
	#kept(): string[] {
		const pages = [...this.plain.pages];
		const found = pages.flatMap(([, page]) =>
			[...page.matchAll(/(?:href|src)="(\/[^"#]+\.\w+)(?:#[^"]*)?"/g)].map(([, url]) => url ?? '')
		);
		return [...new Set([...pages.map(([path]) => path), ...found])];
	}
}

const html = (page: string): Response =>
	new Response(gzipSync(page), {
		headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'cache-control': 'no-cache' }
	});

/** The same page with nothing that runs. */
const bare = (page: string): string =>
	page
		.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
		.replace(/<link\b[^>]*(?:modulepreload|"manifest")[^>]*>/g, '')
		.replace(/(href|src)="(?:\.\.?\/)+/g, '$1="/');
