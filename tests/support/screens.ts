import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PIN } from './child.ts';
import type { Home } from './home.ts';

/** One screen: a name for its picture, and how a person gets there from the one before. */
type Screen = [name: string, go: (page: Page) => Promise<void>];

/** A walk through screens, from the door on. */
export interface Walk {
	name: string;
	/** Who is walking: somebody of the made-up home, or nobody yet. */
	who?: string;
	screens: (home: Home) => Promise<Screen[]> | Screen[];
}

/** Follows a link inside the app, wherever it leads: a new page would lock what is open. */
const to =
	(href: string) =>
	async (page: Page): Promise<void> => {
		await page.evaluate((path) => {
			const link = Object.assign(document.createElement('a'), { href: path });
			document.body.append(link);
			link.click();
			link.remove();
		}, href);
		await page.waitForURL((url) => url.pathname === href);
	};

/** Presses what a person would press. By place and address, so that it is found in every language. */
const press =
	(selector: string, nth = 0) =>
	async (page: Page): Promise<void> => {
		await page.locator(selector).nth(nth).click();
	};

const then =
	(...steps: ((page: Page) => Promise<void>)[]) =>
	async (page: Page): Promise<void> => {
		for (const step of steps) await step(page);
	};

const main = '#main .btn-go, #main .btn-main';
const next = press('#main .btn-go:visible');
const write = (text: string) => (page: Page) => page.locator('#main textarea, #main input').first().fill(text);
const tapPin = async (page: Page): Promise<void> => {
	for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
};
/** What comes from the home is there. */
const come = (page: Page): Promise<void> => page.locator('#key-workers').waitFor({ timeout: 30_000 });
const card = (name: string) => then(to('/my'), press(`#main a[href="/my/card"]:has-text("${name}")`));

const door: Walk = {
	name: 'door',
	screens: async (home) => {
		const child = await home.addChild('Ada', ['Sam']);
		const [worker, because] = [await home.idOf('Jo'), 'Sam works in another home now.'];
		await (await home.as('pat')).call('set_key_worker', { id: randomUUID(), child, worker, place: 1, because });
		const code = await home.code(child);
		return [
			['door', async () => undefined],
			['door-look', press('button:has(use[href$="#colours"])')],
			['join-code', to('/join')],
			['join-code-wrong', then(write('ABCD'), next)],
			['join-name', then(write(code), next)],
			['join-front', then(write('Ada'), next)],
			['join-front-picked', press('#main .tile', 10)],
			['join-lock', next],
			['join-secret-pictures', next],
			['join-secret-pin', then(press('.crumb button'), press('label:has(input[type=radio])', 1), next)],
			[
				'today-first-night',
				then(tapPin, tapPin, (page) => page.locator('#main h1', { hasText: 'Ada' }).waitFor({ timeout: 30_000 }))
			],
			['ask-limits', to('/my/ask')],
			['shared-empty', to('/my/shared')],
			['list-empty', to('/my/list')],
			['time-none', to('/my/time')],
			['door-with-drawer', then(to('/my/drawer'), press('#main button:has(use[href$="#lock"])'))],
			['open-pin', press('button.drawer')],
			['open-wrong', (page) => page.getByRole('button', { name: '1', exact: true }).click({ clickCount: 6 })],
			['forgot', press('#main .btn-text, #main .btn-quiet')]
		];
	}
};

const robin: Walk = {
	name: 'robin',
	who: 'Robin',
	screens: () => [
		['today', come],
		['card-away', card('Sam')],
		['card', card('Jo')],
		['another', press('a[href="/my/another"]')],
		['another-send', press('#main .row .btn:has(use[href$="#talk"])')],
		['ask', then(to('/my'), press('#main a[href="/my/ask"]'))],
		['ask-picked', press('#main .tile', 2)],
		[
			'ask-write',
			then(press('#main .btn:has(use[href$="#pen"])'), write('Can I go to football on Saturday? My friend goes.'))
		],
		['ask-draw', press('#main .btn:has(use[href$="#brush"])')],
		['ask-who', then(press('#main .btn:has(use[href$="#undo"]), #main h1'), press(main))],
		['ask-who-not', press('#main .also .btn')],
		['ask-send', press(main)],
		['ask-careful', then(to('/my/ask'), press('section[aria-labelledby=hard] .tile', 0))],
		['ask-careful-more', then(press('#main .facepick', 1), press(main))],
		['complain', then(to('/my/complain'), press('#main .tile', 11))],
		['complain-who', then(press(main), press('#main .facepick', 1))],
		['complain-send', then(press(main), press('#main .tile', 3))],
		['story-answered', then(to('/my/story/all'), press('#main a[href="/my/story"]'))],
		['story-how', press('#main summary')],
		['story-all', to('/my/story/all')],
		['story-waiting', press('#main a[href="/my/story"]', 2)],
		['list', to('/my/list')],
		['list-add', to('/my/list/add')],
		['time', to('/my/time')],
		['time-other', then(to('/my/time/other'), press('#main .tile', 3), press('#main .tile', 7))],
		['time-last', to('/my/time/last')],
		['time-meet', to('/my/time/meet')],
		['my-drawer', to('/my/drawer')],
		['drawer-front', to('/my/drawer/front')],
		['shared', to('/my/shared')],
		['guide', to('/my/guide')],
		['guide-home', to('/my/guide/home/fire')],
		['advocate', to('/my/advocate')],
		['privacy', to('/my/privacy')],
		['look', to('/my/look')],
		['devices', to('/my/devices')],
		['needs', to('/my/needs')],
		['help', to('/my/help')]
	]
};

const kai: Walk = { name: 'kai', who: 'Kai', screens: () => [['today', come]] };

const STAFF = ['plan', 'record', 'told', 'card', 'away', 'codes', 'look', 'meet', 'handover', 'needs'];
const jo: Walk = {
	name: 'jo',
	who: 'Jo',
	screens: () => [
		['children', async () => undefined],
		['plan-robin', press('#main a[href="/work/plan"]')],
		['answer', press('#main a[href="/work/answer"]')],
		['worried', press('#main a[href="/work/worried"]')],
		...STAFF.map((name): Screen => [name, to(`/work/${name}`)])
	]
};

const MANAGER = ['evidence', 'audit', 'people', 'key-workers', 'codes', 'away', 'settings', 'guide', 'guide/fire'];
const pat: Walk = {
	name: 'pat',
	who: 'Pat',
	screens: () => [
		['waiting', async () => undefined],
		...MANAGER.map((name): Screen => [name.replace('/', '-'), to(`/home/${name}`)]),
		['person', then(to('/home/people'), press('#main a[href="/home/person"], #main .nm'))]
	]
};
const morgan: Walk = { name: 'morgan', who: 'Morgan', screens: () => [['waiting', async () => undefined]] };

const signIn: Walk = { name: 'staff', screens: () => [['sign-in', to('/work/sign-in')]] };

/** Every screen that there is, by who sees it. */
export const walks: Walk[] = [door, robin, kai, jo, pat, morgan, signIn];

/** The pages that anybody may read, as they were built. */
export const publicPages = (lang: string): string[] =>
	globSync(`build/${lang}/**/*.html`).map((file) => file.replace(/^build\/|\.html$/g, ''));
