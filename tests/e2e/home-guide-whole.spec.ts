import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { sentencesOf, wordsOf } from '../../src/content/sentences.ts';
import { LEGAL_SECTIONS, SECTIONS } from '../../src/lib/domain/vocabulary/sections.ts';
import { dayIn } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { goes } from '../support/desk.ts';
import { hardGuide } from '../support/hard-guide.ts';
import type { Home } from '../support/home.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';
import type { OwnHome } from '../support/own-home.ts';

test.use({ serviceWorkers: 'allow' });

test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 20_000 });

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 720 };
const NAMES: Record<(typeof LEGAL_SECTIONS)[number], string> = {
	expect: 'What to expect here',
	support: 'The support I get here',
	complaints: 'How to complain here',
	advocate: 'How to get an advocate here'
};

/** Pat publishes all but what is typed on the screen, and Jo says yes to how to complain. */
async function publishes(home: Home): Promise<void> {
	const [pat, jo] = [await home.as('pat'), await home.as('jo')];
	for (const [section, lines] of hardGuide) {
		if (section === 'money') continue;
		const id = randomUUID();
		await pat.call('publish_section', { id, section, lines, review_by: dayIn(90) });
		if (section === 'complaints') await jo.call('approve_section', { version: id });
	}
}

/** What is wrong with how this page is laid out: what sticks out, what runs the wrong way. */
const crooked = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const wrong: string[] = [];
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} wide on ${clientWidth}`);
		for (const one of document.querySelectorAll<HTMLElement>('main p, main h1, main h2')) {
			const first = /\p{L}/u.exec(one.innerText)?.[0];
			if (first === undefined) continue; // a number alone is looked at below
			const wanted = /\p{Script=Arabic}/u.test(first) ? 'rtl' : 'ltr';
			if (getComputedStyle(one).direction !== wanted) wrong.push(`not ${wanted}: ${one.innerText.slice(0, 40)}`);
		}
		for (const one of document.querySelectorAll<HTMLElement>('main .num'))
			if (getComputedStyle(one).direction !== 'ltr') wrong.push(`number: ${one.innerText}`);
		for (const one of document.querySelectorAll<HTMLElement>('main p, main h1, main h2, main .num'))
			if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
				wrong.push(`cut: ${one.innerText.slice(0, 40)}`);
		for (const one of document.querySelectorAll<HTMLElement>('main .sheet p, main .sheet .num')) {
			const [inner, sheet] = [one.getBoundingClientRect(), one.closest('.sheet')?.getBoundingClientRect()];
			if (sheet && (inner.left < sheet.left + 8 || inner.right > sheet.right - 8))
				wrong.push(`sticks out: ${one.innerText.slice(0, 40)}`);
		}
		return wrong;
	});

async function readsAll(page: Page): Promise<void> {
	for (const key of SECTIONS) {
		await goes(page, `/my/guide/home/${key}`);
		await expect(page.locator('main ul.ideas li').first()).toBeVisible();
		for (const size of [TABLET, PHONE, SMALL]) {
			await page.setViewportSize(size);
			expect(await crooked(page), `${key} at ${size.width}`).toEqual([]);
		}
	}
}

/** How many rows each table of the home has. */
async function rows(own: OwnHome): Promise<Record<string, unknown>> {
	const names = await own.database.query(`select tablename as name from pg_tables where schemaname = 'app' order by 1`);
	const counts = names.map(({ name }) => `(select count(*)::int from app.${String(name)}) as ${String(name)}`);
	return (await own.database.query(`select ${counts.join(', ')}`))[0] ?? {};
}

test('a guide of 3,000 hard words reaches a child’s tablet, is read with no signal, and one press tells what was not clear', async ({
	own,
	home,
	child,
	page,
	adult
}) => {
	const total = [...hardGuide.values()].flat().flatMap(({ words }) => sentencesOf(words).flatMap(wordsOf)).length;
	expect(total).toBeGreaterThan(2700);
	const pat = await adult('Pat');
	await test.step('the manager types a section, and is told what is hard in it', async () => {
		await pat.go('Guide');
		await pat.press('Write it: Money');
		for (const [place, line] of (hardGuide.get('money') ?? []).slice(0, 3).entries()) {
			if (place > 0) await pat.press('Add a line');
			await pat.page.getByRole('textbox', { name: `Line ${place + 1}` }).fill(line.words);
			if (line.kind === 'head')
				await pat.page.getByRole('combobox', { name: 'What it is' }).nth(place).selectOption('head');
			else if (place === 1) await pat.page.getByRole('combobox', { name: 'Picture' }).first().selectOption('coin');
		}
		await expect(pat.words(/Not every child knows: .*distributed/)).toBeVisible();
		await expect(pat.part('How easy it is to read').getByText('No picture yet: line 3.')).toBeVisible();
		await findsNothingWrong(pat.page);
		await pat.press('Publish');
		await expect(pat.words('Done. Children can read it once this device is online.')).toBeVisible();
		await publishes(home);
		await pat.looksAgain();
	});

	await page.setViewportSize(TABLET);
	await test.step('each of the four parts of the law is two taps from the door, with a drawer and without', async () => {
		await child.goToDoor();
		await page.getByRole('link', { name: /^Guide to my home/ }).click();
		for (const part of ['expect', 'support', 'complain', 'advocate']) {
			await page.locator(`main nav a[href="#${part}"]`).click();
			await expect(page.locator(`#${part} h2`)).toBeInViewport();
		}
	});
	await child.openDemo('Robin');
	await child.comes(page.getByRole('link', { name: 'Guide', exact: true }));
	const before = await rows(own);
	for (const key of LEGAL_SECTIONS) {
		await goes(page, '/my');
		await page.getByRole('link', { name: 'Guide', exact: true }).click();
		await page.getByRole('region', { name: 'About my home' }).getByRole('link', { name: NAMES[key] }).click();
		await expect(page.getByRole('heading', { level: 1, name: NAMES[key] })).toBeVisible();
		await expect(page.getByText(hardGuide.get(key)?.[1]?.words ?? '')).toBeVisible();
	}
	await test.step('with no signal, in Easy Read and in Arabic, nothing sticks out and every line runs its own way', async () => {
		await child.losesSignal();
		for (const lang of ['Easy Read', 'العربية']) {
			await page.setViewportSize(TABLET);
			await goes(page, '/my/look');
			await page.locator('main').getByText(lang, { exact: true }).click();
			await expect(page.locator('html')).toHaveAttribute('lang', lang === 'Easy Read' ? /en/ : 'ar');
			await readsAll(page);
		}
		await findsNothingWrong(page);
		await goes(page, '/my/look');
		await page.locator('main').getByText('English', { exact: true }).click();
	});
	await test.step('nothing is written by reading, nor by “Talk about this”; one press marks the page, once', async () => {
		await page.setViewportSize(TABLET);
		await goes(page, '/my/list/add');
		await page.getByRole('button', { name: 'Write', exact: true }).click();
		await page.getByLabel('My words').fill('The bus is late.');
		await goes(page, '/my/guide');
		await page.locator('#fire').getByRole('link', { name: 'If there is a fire' }).click();
		const foot = page.getByRole('region', { name: 'About this page' });
		await expect(foot.getByText('From tomorrow, adults here see that somebody pressed it, not who.')).toBeVisible();
		await foot.getByRole('link', { name: 'Talk about this' }).click();
		await expect(page.getByLabel('My words')).toHaveValue('If there is a fire');
		await expect(page.getByText('Who is it for?').first()).toBeVisible();
		await goes(page, '/my/list');
		await goes(page, '/my/list/add');
		await expect(page.getByLabel('My words')).toHaveValue('The bus is late.'); // what was begun is not written over
		await goes(page, '/my/guide/home/fire');
		await foot.getByRole('button', { name: 'I don’t get this' }).click();
		await expect(foot.getByText('Thank you for saying so.')).toBeVisible();
		await goes(page, '/my');
		await goes(page, '/my/guide/home/fire');
		await expect(foot.getByText('Thank you for saying so.')).toBeVisible();
		await expect(foot.getByRole('button', { name: 'I don’t get this' })).toBeHidden();
		for (const never of ['/my/guide/home/complaints', '/my/guide/complain', '/my/advocate', '/my/help']) {
			await goes(page, never);
			await expect(foot).toBeHidden();
		}
	});
	await child.findsSignal();
	await expect.poll(() => rows(own).then(({ unclear }) => unclear)).toBe(Number(before['unclear']) + 1);
	await own.database.query('update app.unclear set day = day - 2'); // told from the next morning
	await pat.go('Guide');
	await pat.comes(pat.words('1 mark: somebody did not get this. Write it more simply, or talk it through.'));
	const marked = { unclear: Number(before['unclear']) + 1, calls: Number(before['calls']) + 1 };
	expect(await rows(own)).toEqual({ ...before, ...marked });
});
