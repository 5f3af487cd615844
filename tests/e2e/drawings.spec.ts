import type { Page } from '@playwright/test';
import { Asking, newChild, seenBy } from '../support/asking.ts';
import { expect, test } from '../support/journey.ts';

test.use({ deviceScaleFactor: 4.5 }); // as fine as a good phone

/** Every Safari makes a PNG where it is asked for WebP. */
const asSafari = () => {
	const real = HTMLCanvasElement.prototype.toBlob;
	HTMLCanvasElement.prototype.toBlob = function (done, type, quality) {
		real.call(this, done, type === 'image/webp' ? 'image/png' : type, quality);
	};
};

/** How light the picture is in a corner, and where it is darkest, as a screen shows it on black. */
const lightOf = (page: Page, data: string) =>
	page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		const picture = await createImageBitmap(new Blob([bytes]));
		const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
		if (!paper) throw new Error('no paper');
		paper.fillRect(0, 0, picture.width, picture.height);
		paper.drawImage(picture, 0, 0);
		const { data: all } = paper.getImageData(0, 0, picture.width, picture.height);
		const light = (at: number) => ((all[at] ?? 0) + (all[at + 1] ?? 0) + (all[at + 2] ?? 0)) / 3;
		let darkest = 255;
		for (let at = 0; at < all.length; at += 4) darkest = Math.min(darkest, light(at));
		return { corner: light(0), darkest, see: all.length / 4 };
	}, data);

const formats = [
	{ name: 'WebP', browser: () => undefined, head: 'RIFF' },
	{ name: 'JPEG, where the browser makes no WebP', browser: asSafari, head: '\xff\xd8\xff' }
];
for (const { name, browser, head } of formats) {
	test(`a drawing arrives as it was drawn, dark lines on light paper: ${name}`, async ({ home, child, page }) => {
		await page.addInitScript(browser);
		const me = await newChild(home, child);
		const asking = new Asking(child);
		await asking.begin();
		await asking.pick('Food');
		await asking.draw();
		await asking.toSend();
		await asking.send();
		const sent = async () => (await seenBy(home, 'jo', me))[0]?.picture ?? null;
		await expect.poll(sent, { timeout: 30_000 }).not.toBeNull();
		const [picture] = await (await home.as('jo')).pictures([(await sent()) ?? '']);
		const bytes = Buffer.from(picture?.data ?? '', 'base64');
		expect(bytes.toString('latin1').startsWith(head)).toBe(true);
		expect(bytes.length).toBeLessThan(60_000);
		const { corner, darkest } = await lightOf(page, picture?.data ?? '');
		expect(corner).toBeGreaterThan(240);
		expect(darkest).toBeLessThan(90);
	});
}

test('a photo that one can see through is on paper, and fits, where the browser makes no WebP', async ({ adult }) => {
	const jo = await adult('Jo');
	await jo.page.evaluate(asSafari);
	await jo.go('My card');
	await jo.choose('A photo');
	const data = await jo.page.evaluate(() => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1600 });
		const pen = canvas.getContext('2d');
		for (let at = 0; at < 60_000; at++) {
			if (pen) pen.fillStyle = `hsl(${(at * 137) % 360} 70% 50%)`;
			pen?.fillRect(200 + ((at * 331) % 1400), 200 + ((at * 197) % 1400), 7, 7);
		}
		return canvas.toDataURL('image/png').split(',')[1] ?? '';
	});
	const photo = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(data, 'base64') };
	await jo.page.locator('input[type=file]').setInputFiles(photo);
	const shown = jo.page.locator('img.photo');
	await expect(shown).toHaveAttribute('src', /^data:image\/jpeg/);
	const small = (await shown.getAttribute('src'))?.split(',')[1] ?? '';
	expect(Buffer.from(small, 'base64').length).toBeLessThanOrEqual(60_000);
	expect((await lightOf(jo.page, small)).corner).toBeGreaterThan(240);
});

test('a photo that a telephone took on its side stands the right way up', async ({ adult }) => {
	const jo = await adult('Jo');
	await jo.go('My card');
	await jo.choose('A photo');
	const jpeg = await jo.page.evaluate(() => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 200 });
		canvas.getContext('2d')?.fillRect(0, 0, 400, 200);
		return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
	});
	const bytes = Buffer.from(jpeg, 'base64');
	// Exif, big-endian, one entry: 0x0112 (orientation) is 6, a quarter turn.
	const turned = 'ffe100224578696600004d4d002a00000008000101120003000000010006000000000000';
	const buffer = Buffer.concat([bytes.subarray(0, 2), Buffer.from(turned, 'hex'), bytes.subarray(2)]);
	await jo.page.locator('input[type=file]').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
	const shown = jo.page.locator('img.photo');
	await expect(shown).toBeVisible();
	expect(await shown.evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth)).toBe(true);
});

test('behind a drawing that an older app sent without its paper lies paper, at night too', async ({ child, page }) => {
	await page.addInitScript(() => localStorage.setItem('sayso.look', '{"theme":"night"}'));
	await child.goToDoor();
	const behind = () => {
		const image = document.body.appendChild(new Image());
		return (getComputedStyle(image).backgroundColor.match(/\d+/g) ?? ['0']).map(Number);
	};
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
	expect(Math.min(...(await page.evaluate(behind)))).toBeGreaterThan(200);
});
