import type { Page } from '@playwright/test';
import { Adult } from '../support/adult.ts';
import { expect, test } from '../support/journey.ts';

const CHILD = 'Christabelline';
/** Another one for each try: whoever left keeps their name. */
const workerOf = (retry: number): string => `Wolfeschlegelsteinhausenbergerdorf${'fgh'.charAt(retry)}`;
const MY = [
	'',
	'/ask',
	'/ask/who',
	'/list',
	'/list/add',
	'/time',
	'/card',
	'/another',
	'/look',
	'/shared',
	'/help',
	'/privacy',
	'/devices'
];
const WORK = [
	'/work',
	'/work/codes',
	'/work/away',
	'/work/handover',
	'/home',
	'/home/complaints',
	'/home/people',
	'/home/key-workers',
	'/home/codes',
	'/home/away'
];

test.use({ viewport: { width: 320, height: 640 } });

/** Goes on inside the app: a drawer stays open. */
async function visit(page: Page, href: string): Promise<void> {
	await page.evaluate((to) => {
		const link = document.createElement('a');
		link.href = to;
		document.body.append(link);
		link.click();
		link.remove();
	}, href);
	await expect(page).toHaveURL((url) => url.pathname === href);
	await expect(page.locator('h1').first()).toBeVisible();
}

const tooWide = (page: Page) =>
	page.evaluate(() => {
		const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
		const parts = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > 321);
		return wide ? parts.map((one) => `${one.tagName}.${one.className}: ${one.textContent?.slice(0, 40)}`) : [];
	});

test('a name of 14 letters and one of 35 break, and no screen of a child is pushed wide', async ({
	home,
	child,
	page
}, { retry }) => {
	const name = workerOf(retry);
	test.setTimeout(180_000);
	const worker = await home.addWorker(name);
	await child.join(await home.code(await home.addChild(CHILD, [name])), CHILD);
	const wide: Record<string, string[]> = {};
	for (const path of MY) {
		await visit(page, `/my${path}`);
		wide[path] = await tooWide(page);
	}
	await (await home.as('pat')).call('person_left', { person: worker });
	expect(Object.entries(wide).filter(([, parts]) => parts.length > 0)).toEqual([]);
});

test('nor a screen of an adult', async ({ home, page }, { retry }) => {
	const name = workerOf(retry).replace('Wolfe', 'Hunde');
	test.setTimeout(180_000);
	const worker = await home.addWorker(name);
	await home.addChild(CHILD, [name]);
	const pat = new Adult(page);
	await pat.enter('Pat');
	const wide: Record<string, string[]> = {};
	for (const path of WORK) {
		await visit(page, path);
		wide[path] = await tooWide(page);
	}
	await (await home.as('pat')).call('person_left', { person: worker });
	expect(Object.entries(wide).filter(([, parts]) => parts.length > 0)).toEqual([]);
});
