import { Asking, joinedChild } from '../support/asking.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';
import { askedFirst } from '../support/own-home.ts';

test.use({ serviceWorkers: 'allow' });

/** The same app as another build of it: a page and a worker that differ. */
async function newer(path: string, answer: Response): Promise<Response> {
	if (path !== '/service-worker.js' && path !== '/200.html') return answer;
	const text = (await answer.text())
		.replace(/"\w+"(,"?url"?:"200\.html")/, '"newer"$1')
		.replace('</head>', '<meta name="build" content="newer"></head>');
	return new Response(text, { headers: { 'content-type': answer.headers.get('content-type') ?? '' } });
}

test('a new version that comes while a child types is told, waits for them, and keeps every word', async ({
	home,
	child,
	page,
	own
}) => {
	test.setTimeout(150_000);
	await joinedChild(home, child);
	const name = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	const asking = new Asking(child);
	await asking.begin();
	await asking.write('Half a sent');
	await own.start({
		files: async (request, env) => newer(new URL(request.url).pathname, await own.site.files(askedFirst(request), env))
	});
	await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
	await expect(page.getByText('There is a new version of Sayso.')).toBeVisible({ timeout: 30_000 });
	await page.getByLabel('My words').pressSequentially('ence, and the rest.');
	await expect(page.getByLabel('My words')).toHaveValue('Half a sentence, and the rest.');
	await expect(page.locator('meta[name=build]')).toHaveCount(0);
	await page.getByRole('button', { name: 'Use it now' }).click();
	await child.seesDoor();
	await child.openDrawer(name);
	await asking.begin();
	await expect(page.getByLabel('My words')).toHaveValue('Half a sentence, and the rest.');
	await page.reload();
	await child.seesDoor();
	await page.goto('/join');
	await expect(page.locator('meta[name=build]')).toHaveCount(1);
	await own.start();
});
