import { expect, it } from 'vitest';
import { hours, mapleAs, NOW, person } from '../../testing/maple.ts';
import { awayUntil, coverFor } from './cover.ts';

it('are away until they are back', () => {
	expect(awayUntil(mapleAs('robin'), 'sam', NOW)).toBe(hours(48));
	expect(awayUntil(mapleAs('robin'), 'sam', hours(50))).toBeNull();
});

it('are covered by somebody who works here, and to whom the child did not say no', () => {
	const [leave] = mapleAs('robin').away;
	const with_ = (more: object, people = mapleAs('robin').people) =>
		coverFor(mapleAs('robin', { away: [{ ...leave!, ...more }], people }), 'sam', NOW)?.id;
	expect(with_({})).toBe('jo');
	expect(with_({ refused_by: ['robin'] })).toBeUndefined();
	expect(with_({ cover_id: null })).toBeUndefined();
	expect(with_({}, [person('jo', 'worker', { at_work: false })])).toBeUndefined();
	expect(with_({}, [person('jo', 'worker', { left_at: NOW })])).toBeUndefined();
});
