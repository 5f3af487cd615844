import { test as base, expect, type BrowserContext } from '@playwright/test';
import { Child } from './child.ts';
import { Home } from './home.ts';

interface Fixtures {
	home: Home;
	/** A child at this page. */
	child: Child;
	/** A child at another device: a browser with nothing in it. */
	otherDevice: () => Promise<Child>;
	/** Nothing asks another origin, and nothing complains in the console. */
	watched: null;
}

/** Journeys: one browser is one device, and every test has a new one. */
export const test = base.extend<Fixtures>({
	home: async ({ baseURL }, use) => {
		await use(await Home.at(baseURL ?? ''));
	},
	child: async ({ page }, use) => {
		await use(new Child(page));
	},
	otherDevice: async ({ browser, baseURL }, use) => {
		const devices: BrowserContext[] = [];
		await use(async () => {
			const device = await browser.newContext(baseURL ? { baseURL } : {});
			devices.push(device);
			return new Child(await device.newPage());
		});
		for (const device of devices) await device.close();
	},
	watched: [
		async ({ context, baseURL }, use) => {
			const wrong: string[] = [];
			context.on('request', (request) => {
				const { origin, protocol } = new URL(request.url());
				if (protocol.startsWith('http') && origin !== baseURL) wrong.push(`asks ${request.url()}`);
			});
			context.on('console', (message) => {
				if (message.type() === 'error' && !isExpected(message.text())) wrong.push(message.text());
			});
			context.on('weberror', (problem) => wrong.push(String(problem.error())));
			await use(null);
			expect(wrong).toEqual([]);
		},
		{ auto: true }
	]
});

/** The browser itself complains about every answer that is no, and about a network that is gone. */
const isExpected = (text: string): boolean => /Failed to load resource|net::ERR_/.test(text);

export { expect };
