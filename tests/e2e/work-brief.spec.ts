import { arrived, Asking } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { PLAN, soon } from '../support/session.ts';
import { randomUUID } from 'node:crypto';

test('a brief on one sheet: what the child said first, and never what must stay with whom they picked', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(120_000);
	const asking = new Asking(child);
	const { me } = await arrived(home, asking, 'Food', 'More noodles');
	const jos = await home.as('jo');
	const robin = (await jos.view()).people.find(({ id }) => id === me)!;
	const session = randomUUID();
	await jos.call('plan_session', {
		...{ id: session, event: randomUUID(), child: me, starts_at: soon(2), ...PLAN, aims: ['review'] }
	});
	const jo = await adult('Jo');
	await jo.press(`Plan with ${robin.name}`);
	await jo.press('Print a brief');
	const paper = jo.page.getByRole('article', { name: `Our time with ${robin.name}` });
	await expect(paper).toContainText('Stays with you: read it in Sayso.');
	await expect(paper).not.toContainText('More noodles');
	await jo.press('Print the words that stay with you, too');
	await expect(paper).toContainText('More noodles');
	await expect(paper).toContainText('Getting ready for a review.');
	await expect(paper).toContainText('The park');
	await expect(paper).toContainText('Key workers: Sam and Jo'); // a paper says "you" to nobody
	await expect(paper).toContainText('You have not agreed how you meet yet.');
	await expect(paper).toContainText(/Printed by Jo, .* 20\d\d/);
	await findsNothingWrong(jo.page);
	await jo.page.emulateMedia({ media: 'print' });
	const pages = (await jo.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
	expect(pages).toHaveLength(1);
});
