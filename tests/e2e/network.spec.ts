import type { Route } from '@playwright/test';
import { Asking, joinedChild, newChild, seenBy } from '../support/asking.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

test.describe.configure({ timeout: 150_000 });

const isSending = ({ url }: Request) => url.endsWith('/apply_calls');
const wakes = () => void document.dispatchEvent(new Event('visibilitychange'));

test.afterEach(({ own }) => own.start());

test('a slow network: it waits on the tablet until the server has it, and only then is it sent', async ({
	home,
	child,
	context
}) => {
	const me = await newChild(home, child);
	await home.as('jo');
	let slow = true;
	const late: Promise<void>[] = [];
	await context.route('**/rest/v1/rpc/apply_calls', (route: Route) => {
		const go = (async () => {
			while (slow) await new Promise((next) => setTimeout(next, 200));
			await route.continue();
		})();
		late.push(go);
		return go;
	});
	await new Asking(child).ask('School', 'The bus is too early.');
	await expect(child.words(/^(Waiting on this tablet|Sending)$/)).toBeVisible();
	await child.page.waitForTimeout(2000);
	await expect(child.words('Sent')).toBeHidden();
	expect(await seenBy(home, 'jo', me)).toEqual([]);
	slow = false;
	await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
	await Promise.all(late);
	expect(await seenBy(home, 'jo', me)).toHaveLength(1);
});

test.describe('before this device holds the app', () => {
	test.use({ serviceWorkers: 'block' });

	test('the network goes in the first minute: what a child does first is here all the same', async ({
		home,
		child,
		page,
		context
	}) => {
		const me = await newChild(home, child);
		await page.waitForLoadState('networkidle');
		await context.setOffline(true);
		await new Asking(child).ask('School', 'The bus is late.');
		await expect(child.words('Waiting on this tablet')).toBeVisible();
		await context.setOffline(false);
		await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
		await home.as('jo');
		expect(await seenBy(home, 'jo', me)).toHaveLength(1);
	});

	test('what the door needs does not come at first: it opens drawers as soon as it does', async ({ child, page }) => {
		const door = await (await page.request.get('/')).text();
		let held = 0;
		await page.route('**/*.js', (route) => {
			const { pathname } = new URL(route.request().url());
			const first = door.includes(pathname) || pathname.includes('/nodes/1.'); // Kit's own: the page that says what went wrong
			if (first) return route.continue();
			held += 1;
			return route.abort();
		});
		await child.goToDoor();
		await expect.poll(() => held).toBeGreaterThan(3);
		await page.unrouteAll();
		await page.getByRole('button', { name: 'Open Robin’s drawer' }).click();
		await child.seesToday('Robin');
	});
});

test('the server stops in the middle: what was asked waits here, and arrives once when it is back', async ({
	home,
	child,
	page,
	own
}) => {
	const me = await newChild(home, child);
	await home.as('jo');
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await own.stop();
	await new Asking(child).ask('Food', 'Noodles again, please.');
	await expect(child.words('Waiting on this tablet')).toBeVisible();
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor(); // from what the device holds
	await own.start();
	await page.evaluate(wakes);
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length, { timeout: 90_000 }).toBe(1);
});

test('the server takes it, and its answer is lost: it is sent again, and there is one of it', async ({
	home,
	child,
	own
}) => {
	const me = await newChild(home, child);
	await home.as('jo');
	let lost = 0;
	await own.start({
		gate: async (request, env) => {
			const answer = await own.site.gate(request, env);
			if (!isSending(request) || lost++ > 0) return answer;
			throw new Error('the answer gets lost');
		}
	});
	await new Asking(child).ask('Money', 'More, please.');
	await expect(child.words('Sent')).toBeVisible({ timeout: 60_000 });
	expect(lost).toBeGreaterThan(1);
	expect(await seenBy(home, 'jo', me)).toHaveLength(1);
});

test('a session that ended is renewed by the device: the child notices nothing, and it is sent', async ({
	home,
	child,
	own
}) => {
	const me = await newChild(home, child);
	await home.as('jo');
	await own.database.query('delete from auth.refresh_tokens');
	const ended = { code: 401, error_code: 'bad_jwt', msg: 'bad_jwt' };
	let signedIn = false;
	await own.start({
		gate: (request, env) => {
			const { pathname, searchParams } = new URL(request.url);
			signedIn ||= searchParams.get('grant_type') === 'password';
			const over = pathname.startsWith('/rest/') && !signedIn;
			return over ? Response.json(ended, { status: 401 }) : own.site.gate(request, env);
		}
	});
	await new Asking(child).ask('School', 'The bus is too early.');
	await expect(child.words('Sent')).toBeVisible({ timeout: 60_000 });
	expect(signedIn).toBe(true);
	expect(await seenBy(home, 'jo', me)).toHaveLength(1);
});

test('a device that is cut off says so, and shows what did not go, to be copied', async ({
	home,
	child,
	page,
	own
}) => {
	const me = await newChild(home, child);
	const pat = await home.as('pat');
	const device = (await pat.view()).devices.find(({ person_id }) => person_id === me);
	await own.stop();
	await new Asking(child).ask('School', 'This did not go in time.');
	await expect(child.words('Waiting on this tablet')).toBeVisible();
	await own.database.query('update app.logins set cut_off_at = now() where id = $1', [device?.id ?? '']);
	await own.start(); // only now, or what waits is sent before
	await page.evaluate(wakes);
	await expect(child.words('This device no longer opens your things')).toBeVisible({ timeout: 60_000 });
	await expect(child.words('This device was switched off for you. What you sent before is safe.')).toBeVisible();
	await expect(child.words('These were not sent. Copy them if you want to keep them.')).toBeVisible();
	await expect(child.words('This did not go in time.')).toBeVisible();
	expect(await seenBy(home, 'jo', me)).toEqual([]);
	await expect(page.getByRole('link', { name: 'Help now' })).toBeVisible();
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
});

const YEAR = 365 * 24 * 60 * 60 * 1000;
for (const [how, wrong] of [
	['a year ahead', YEAR],
	['a year behind', -YEAR]
] as const) {
	test(`with a clock that is ${how}, it is sent, opened again and dated by the home's clock`, async ({
		home,
		child,
		page
	}) => {
		await page.clock.install({ time: Date.now() + wrong });
		const me = await joinedChild(home, child);
		const name = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
		await new Asking(child).ask('School', 'The bus is too early.');
		await page.clock.runFor(1000);
		await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
		const [item] = await seenBy(home, 'jo', me);
		expect(Math.abs(Date.parse(item?.sent_at ?? '') - Date.now())).toBeLessThan(120_000);
		await expect(child.page.getByRole('main')).not.toContainText(String(new Date(Date.now() + wrong).getFullYear()));
		await page.getByRole('link', { name: 'Hide' }).click();
		await page.clock.runFor(1000);
		await child.openDrawer(name);
	});
}
