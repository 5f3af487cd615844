import { describe, expect, it } from 'vitest';
import { after, hours, mapleAs, NOW } from '../../testing/maple.ts';
import { awayUntil, coverFor } from './cover.ts';
import type { Away, View } from '../../view.ts';
import { refusedCover, staysTillBack, toRefuse } from './refused-cover.ts';

const [leave] = mapleAs('robin').away;
const longer = (more: Partial<Away> = {}): View => ({
	...mapleAs('robin'),
	away: [leave!, { ...leave!, id: 'longer', from_at: hours(-1), until: hours(99), ...more }]
});
const back = (view: View) => awayUntil(view, 'sam', NOW) ?? '';

describe('no to a cover, where Sam is away for longer than was said at first', () => {
	it('is said once, and holds until Sam is back', () => {
		const view = longer();
		const no = toRefuse(view, 'sam', 'jo', back(view), NOW);
		expect(no.map(({ id }) => id)).toEqual(['leave', 'longer']);
		const then = no.reduce((now, { id }) => after(now, 'refuse_cover', { away: id }), view);
		expect(coverFor(then, 'sam', NOW)).toBeNull();
		expect(refusedCover(then, 'sam', NOW)).toBe('jo');
		expect(toRefuse(then, 'sam', 'jo', back(then), NOW)).toEqual([]);
	});

	it('says nothing about somebody else who covers, nor about another time', () => {
		const view = longer({ cover_id: 'lou' });
		expect(toRefuse(view, 'sam', 'jo', back(view), NOW).map(({ id }) => id)).toEqual(['leave']);
		const later = longer({ from_at: hours(200), until: hours(300) });
		expect(toRefuse(later, 'sam', 'jo', back(later), NOW).map(({ id }) => id)).toEqual(['leave']);
	});
});

it('a cover is there "till then" only if nobody else covers for the rest', () => {
	expect(staysTillBack(mapleAs('robin'), 'sam', 'jo', back(mapleAs('robin')))).toBe(true);
	expect(staysTillBack(longer(), 'sam', 'jo', back(longer()))).toBe(true);
	expect(staysTillBack(longer({ cover_id: 'lou' }), 'sam', 'jo', back(longer()))).toBe(false);
});

it('nobody was refused where I said no to nobody', () => {
	expect(refusedCover(mapleAs('robin'), 'sam', NOW)).toBeNull();
});
