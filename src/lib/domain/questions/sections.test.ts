import { describe, expect, it } from 'vitest';
import { sectionInForce, sectionsToReview, sectionToApprove, sectionWaiting, versionsOf } from './sections.ts';
import { hours, mapleAs } from '../testing/maple.ts';
import type { Section } from '../view.ts';

const version = (id: string, more: Partial<Section> = {}): Section => ({
	...{ id, section: 'complaints', lines: [{ kind: 'line', words: 'Tell Pat.', symbol: null, number: null }] },
	...{ review_by: '2026-12-24', author_id: 'pat', at: hours(-9), approved_by: null, in_force: false },
	...more
});
const as = (me: string, ...sections: Section[]) => mapleAs(me, { sections });

describe('what the home adds to the guide', () => {
	it('is there for a child while it is in force and says something', () => {
		const view = as('robin', version('now', { in_force: true }), version('later', { at: hours(-1) }));
		expect(sectionInForce(view, 'complaints')?.id).toBe('now');
		expect(sectionInForce(view, 'fire')).toBeNull();
		expect(sectionInForce(as('robin', version('gone', { in_force: true, lines: [] })), 'complaints')).toBeNull();
	});

	it('is known in all its versions, the newest first', () => {
		const view = as('pat', version('old', { at: hours(-20) }), version('new'), version('fire', { section: 'fire' }));
		expect(versionsOf(view, 'complaints').map(({ id }) => id)).toEqual(['new', 'old']);
	});

	it('waits for an adult who did not write it', () => {
		expect(sectionToApprove(as('jo', version('new')))?.id).toBe('new');
		expect(sectionToApprove(as('pat', version('new')))).toBeNull();
		expect(sectionToApprove(as('robin', version('new')))).toBeNull();
		expect(sectionWaiting(as('pat', version('new')))?.id).toBe('new');
		expect(sectionWaiting(as('pat', version('new', { approved_by: 'jo', in_force: true })))).toBeNull();
		expect(sectionWaiting(as('pat'))).toBeNull();
	});

	it('is to be looked at again after its day', () => {
		const sections = [
			version('now', { in_force: true, section: 'fire' }),
			version('gone', { in_force: true, lines: [] }),
			version('old')
		];
		const due = (today: string) => sectionsToReview(as('pat', ...sections), today).map(({ id }) => id);
		expect(due('2026-12-24')).toEqual([]);
		expect(due('2026-12-25')).toEqual(['now']);
	});
});
