import { findsNothingWrong } from '../support/axe.ts';
import { follows, goes, sitsDown, tooEarly, type DeskLook } from '../support/desk.ts';
import { expect, test } from '../support/journey.ts';

/** Each desk on a phone and on a laptop, in two languages and two themes: every pair of these once. */
const WORKERS: Record<string, DeskLook> = { phone: { lang: 'en', theme: 'night' }, laptop: { lang: 'ar' } };
const MANAGERS: Record<string, DeskLook> = { phone: { lang: 'ar' }, laptop: { lang: 'en', theme: 'night' } };

test.describe.configure({ mode: 'parallel' }); // both only look: neither waits for the other at the end of the run

test('every page of a key worker’s is for everyone', async ({ page }, { project }) => {
	test.setTimeout(180_000);
	await sitsDown(page, 'Jo', WORKERS[project.name] ?? { lang: 'en' });
	await findsNothingWrong(page);
	await follows(page, '/work/plan');
	await findsNothingWrong(page);
	await follows(page, '/work/answer');
	await findsNothingWrong(page);
	await tooEarly(page);
	await follows(page, '/work/worried');
	await findsNothingWrong(page);
	for (const href of ['/work/meet', '/work/handover', '/work/look', '/work/needs', '/work/record']) {
		await goes(page, href);
		await findsNothingWrong(page);
	}
	await page.locator('main .press').first().click();
	await expect(page.locator('.paper').first()).toBeVisible();
	await findsNothingWrong(page);
	for (const href of ['/work/told', '/work/away', '/work/codes']) {
		await goes(page, href);
		await findsNothingWrong(page);
		await tooEarly(page, page.locator('main form').first());
	}
	const [forPerson, forTablet] = [page.locator('main form').first(), page.locator('main form').last()];
	await forPerson.locator('select').selectOption({ index: 1 });
	await forPerson.locator('button[type=submit]').click();
	await expect(page.locator('.qr')).toHaveCount(1);
	await forTablet.locator('button[type=submit]').click();
	await expect(page.locator('.qr')).toHaveCount(2);
	await findsNothingWrong(page);
	await goes(page, '/work/card');
	await findsNothingWrong(page);
});

test('every page of a manager’s is for everyone', async ({ page }, { project }) => {
	test.setTimeout(180_000);
	await sitsDown(page, 'Pat', MANAGERS[project.name] ?? { lang: 'en' });
	await findsNothingWrong(page);
	await goes(page, '/home/people');
	await findsNothingWrong(page);
	await tooEarly(page);
	await follows(page, '/home/person');
	await findsNothingWrong(page);
	for (const href of [
		'/home/complaints',
		'/home/codes',
		'/home/away',
		'/home/settings',
		'/home/guide',
		'/home/guide/fire',
		'/home/key-workers'
	]) {
		await goes(page, href);
		await findsNothingWrong(page);
	}
	await page.locator('main .panel-in .btn').first().click();
	await tooEarly(page);
});
