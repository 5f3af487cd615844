import { expect, test } from '../support/journey.ts';
test('ev', async ({ adult }) => {
	const pat = await adult('Pat');
	const page = pat.page;
	await page.locator('a[href="/home/evidence"]').first().click();
	await page.waitForTimeout(2500);
	await page.screenshot({ path: '/tmp/shots/ev.png', fullPage: true });
	await page.emulateMedia({ media: 'print' });
	await page.pdf({ path: '/tmp/shots/ev.pdf', format: 'A4', printBackground: false });
	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => { const a = document.createElement('a'); a.href = '/home/audit'; document.body.append(a); a.click(); });
	await page.waitForTimeout(2500);
	await page.screenshot({ path: '/tmp/shots/audit.png', fullPage: true });
});
