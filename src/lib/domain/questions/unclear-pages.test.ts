import { describe, expect, it } from 'vitest';
import { after, hours, mapleAs, refusal } from '../testing/maple.ts';
import { marksByPage, marksOf, mayBeMarked } from './unclear-pages.ts';
import type { Section, View } from '../view.ts';

const version = (section: Section['section']): Section => ({
	...{ id: `${section} 1`, section, lines: [], review_by: '2027-01-01', author_id: 'pat', at: hours(-9) },
	...{ approved_by: null, in_force: true }
});
const sections = [version('fire'), version('complaints'), version('advocate')];
const why = (page: string, of: string | null = null, me = 'robin') =>
	refusal(mapleAs(me, { sections }), 'mark_unclear', { id: 'salt', page, version: of });

describe('“I don’t get this”', () => {
	it('is a child’s to say, of a page of the guide or of what the home wrote', () => {
		expect([why('night'), why('guide'), why('guide#fire'), why('home/fire', 'fire 1')]).toEqual([
			null,
			null,
			null,
			null
		]);
		for (const adult of ['jo', 'pat', 'morgan']) expect(why('night', null, adult)).toBe('not_yours');
	});

	it('is never said of help, complaints, an advocate, rights or who is told what', () => {
		const never = 'help complain letter slip advocate rights privacy records people find words about'.split(' ');
		expect([...never, 'guide#complain', 'guide#advocate', ''].map((page) => why(page))).toEqual(
			Array.from({ length: never.length + 3 }, () => 'bad_page')
		);
		expect([why('home/complaints', 'complaints 1'), why('home/advocate', 'advocate 1')]).toEqual([
			'bad_page',
			'bad_page'
		]);
	});

	it('is said of what the home wrote by its own name', () => {
		expect([why('home/day', 'fire 1'), why('night', 'fire 1'), why('home/fire')]).toEqual([
			'bad_page',
			'bad_page',
			'bad_page'
		]);
		expect(why('home/fire', 'an older one')).toBeNull(); // which this device does not know any more: the database says
		expect(mayBeMarked('home/fire', true)).toBe(true);
	});

	it('shows nothing to whoever said it', () => {
		const view = mapleAs('robin', { sections });
		expect(after(view, 'mark_unclear', { id: 'salt', page: 'night', version: null })).toEqual(view);
	});

	it('is told to adults by page, and ends with a new version', () => {
		const unclear = [
			{ page: 'home/fire', marks: 2 },
			{ page: 'night', marks: 3 }
		];
		const view: View = mapleAs('pat', { sections, unclear });
		expect([marksOf(view, 'home/fire'), marksOf(view, 'home/day')]).toEqual([2, 0]);
		expect(marksByPage(view).map(({ page }) => page)).toEqual(['night', 'home/fire']);
		const written = after(view, 'publish_section', {
			id: 'fire 2',
			section: 'fire',
			lines: [],
			review_by: '2027-03-01'
		});
		expect(written.unclear).toEqual([{ page: 'night', marks: 3 }]);
		expect(marksByPage(mapleAs('pat'))).toEqual([]); // what an older app kept knows of none
	});
});
