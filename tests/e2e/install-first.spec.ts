import { expect, test } from '../support/journey.ts';
import { inMyDrawer } from '../support/child';

test.use({ serviceWorkers: 'allow' });

/** Safari on an iPad, and the same from its home screen. */
const iPad = (installed: boolean) => void Object.defineProperty(navigator, 'standalone', { value: installed });
const FIRST = 'First put Sayso on the Home Screen.';

test('on an iPad a child is told to put Sayso on the home screen before the code is used', async ({ page }) => {
	await page.addInitScript(iPad, false);
	await page.goto('/join');
	await expect(page.getByText(FIRST)).toBeVisible();
	await expect(page.getByText('Open it there and type your code there.')).toBeVisible();
});

test('not once it is there, and on no other device', async ({ page, otherDevice }) => {
	const { page: other } = await otherDevice();
	await page.addInitScript(iPad, true);
	for (const one of [page, other]) {
		await one.goto('/join');
		await expect(one.getByLabel('Code', { exact: true })).toBeVisible();
		await expect(one.getByText(FIRST)).toHaveCount(0);
	}
});

test('whoever makes a code reads it where the code stands', async ({ adult }) => {
	const jo = await adult('Jo');
	await jo.go('Codes');
	await jo.page.getByLabel('Who is it for?').selectOption({ index: 1 });
	await jo.press('Make a code');
	await expect(jo.page.getByText('On an iPad or iPhone: first put Sayso on the Home Screen')).toBeVisible();
});

for (const [answer, words] of [
	[true, 'This browser keeps Sayso’s things until somebody deletes them.'],
	[false, 'This browser may delete Sayso’s things when it needs room.']
] as const) {
	test(`a child reads how long this browser keeps what is here, as the browser says: ${answer}`, async ({ child }) => {
		await child.page.addInitScript((kept) => {
			StorageManager.prototype.persisted = () => Promise.resolve(kept);
		}, answer);
		await child.openDemo('Robin');
		await inMyDrawer(child.page, 'My devices');
		await expect(child.page.getByText(words)).toBeVisible();
	});
}
