import { describe, expect, it } from 'vitest';
import { hours, mapleAs, NOW, person } from '../../testing/maple.ts';
import { workersToday } from './worker-today.ts';

describe('who is there for Robin', () => {
	const [leave] = mapleAs('jo').away;
	const sam = (more: object) => workersToday(mapleAs('pat', more), 'robin', NOW)[0];
	const away = { id: 'sam', is: 'away', back: hours(48) };

	it('is the key worker, and while they are away until a day, who covers', () => {
		expect(workersToday(mapleAs('pat'), 'robin', NOW)).toEqual([
			{ ...away, cover: 'jo' },
			{ id: 'jo', is: 'here', back: null, cover: null }
		]);
		expect(workersToday(mapleAs('pat', { key_workers: [] }), 'robin', NOW)).toEqual([]);
	});

	it('is nobody, if who covers is away, too, or Robin said no to them, or nobody covers', () => {
		const both = [leave!, { ...leave!, id: 'ill', worker_id: 'jo', cover_id: 'sam' }];
		expect(sam({ away: both })).toEqual({ ...away, cover: null });
		expect(sam({ away: [{ ...leave!, refused_by: ['robin'] }] })).toEqual({ ...away, cover: null });
		expect(sam({ away: [{ ...leave!, cover_id: null }] })).toEqual({ ...away, cover: null });
	});

	it('is not somebody who is not at work now, or whom nobody knows: that needs no day', () => {
		const off = { id: 'sam', is: 'off', back: null, cover: null };
		const robin = person('robin', 'child');
		expect(sam({ people: [person('sam', 'worker', { at_work: false }), robin], away: [] })).toEqual(off);
		expect(sam({ people: [robin], away: [] })).toEqual(off);
	});
});
