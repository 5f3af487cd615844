import { test as base, expect, type BrowserContext } from '@playwright/test';
import { Adult } from './adult.ts';
import { Child } from './child.ts';
import { Home } from './home.ts';
import { OwnHome } from './own-home.ts';

interface Fixtures {
	home: Home;
	/** A child at this page. */
	child: Child;
	/** A child at another device: a browser with nothing in it. */
	otherDevice: () => Promise<Child>;
	/** Somebody of Maple House who works there, signed in on a device of their own. */
	adult: (name: string) => Promise<Adult>;
	/** On every device: nothing asks another origin, no error is thrown, and nothing complains in the console. */
	watched: (device: BrowserContext) => void;
}

interface WorkerFixtures {
	/** The made-up home of all journeys in this process, one after the other. */
	shared: OwnHome;
}

const homes = new Map<string, Promise<Home>>();

/** Whoever signed in there for one journey need not do so for the next. */
function homeAt(base: string): Promise<Home> {
	const known = homes.get(base) ?? Home.at(base);
	homes.set(base, known);
	return known;
}

/** The tag of a journey on a device that keeps the whole app, as a real one does: it costs as much as the rest of a short journey. */
const KEPT = '@kept';

const open = async ({}, use: (home: OwnHome) => Promise<void>): Promise<void> => {
	const home = await OwnHome.open();
	await use(home);
	await home.close();
};

/** Journeys: one browser is one device, and every test has a new one. What runs at the same time is at another home. */
export const test = base.extend<Fixtures, WorkerFixtures>({
	shared: [open, { scope: 'worker' }],
	baseURL: async ({ shared }, use) => {
		await use(shared.base);
	},
	serviceWorkers: async ({ serviceWorkers }, use, { tags }) => {
		await use(tags.includes(KEPT) ? 'allow' : serviceWorkers);
	},
	home: async ({ baseURL }, use) => {
		await use(await homeAt(baseURL ?? ''));
	},
	child: async ({ page }, use) => {
		await use(new Child(page));
	},
	otherDevice: async ({ browser, baseURL, watched }, use) => {
		const devices: BrowserContext[] = [];
		await use(async () => {
			const device = await browser.newContext(baseURL ? { baseURL } : {});
			devices.push(device);
			watched(device);
			return new Child(await device.newPage());
		});
		for (const device of devices) await device.close();
	},
	adult: async ({ otherDevice }, use) => {
		await use(async (name) => {
			const adult = new Adult((await otherDevice()).page);
			await adult.enter(name);
			return adult;
		});
	},
	watched: [
		async ({ context, baseURL }, use) => {
			const wrong: string[] = [];
			const watch = (device: BrowserContext) => {
				device.on('request', (request) => {
					const { origin, protocol } = new URL(request.url());
					if (protocol.startsWith('http') && origin !== baseURL) wrong.push(`asks ${request.url()}`);
				});
				device.on('console', (message) => {
					if (message.type() === 'error' && !isExpected(message.text())) wrong.push(message.text());
				});
				device.on('weberror', (problem) => wrong.push(String(problem.error())));
			};
			watch(context);
			await use(watch);
			expect(wrong).toEqual([]);
		},
		{ auto: true }
	]
});

/** Journeys at a home that nobody else was at: they look into its database, or stop and start its server. */
export const atOwnHome = test.extend<object, { own: OwnHome }>({
	own: [open, { scope: 'worker' }],
	baseURL: async ({ own }, use) => {
		await use(own.base);
	}
});

/** The browser itself complains about every answer that is no, and about a network that is gone. */
const isExpected = (text: string): boolean => /Failed to load resource|net::ERR_/.test(text);

export { expect };
