import { describe, expect, it } from 'vitest';
import { hours, mapleAs, NOW, person } from '../testing/maple.ts';
import { awayDuring, standsFor } from './together.ts';

describe('whoever says that they are away', () => {
	const during = (from: number, until: number) =>
		awayDuring(mapleAs('jo'), { from_at: hours(from), until: hours(until) }).map(({ id }) => id);

	it('is told of those who are away in that time, too: Sam is, until Thursday', () => {
		expect(during(0, 24)).toEqual(['leave']);
		expect(during(47, 99)).toEqual(['leave']);
		expect(during(-99, 99)).toEqual(['leave']);
	});

	it('but not of those who are back by then, or have not gone yet', () => {
		expect(during(48, 99)).toEqual([]);
		expect(during(-99, -24)).toEqual([]);
	});
});

describe('who is there for Robin', () => {
	const [leave] = mapleAs('jo').away;
	const forSam = (more: object) => standsFor(mapleAs('pat', more), 'sam', 'robin', NOW);

	it('is the key worker, and while they are away who covers', () => {
		expect(standsFor(mapleAs('pat'), 'jo', 'robin', NOW)).toEqual({ here: true, cover: null });
		expect(forSam({})).toEqual({ here: false, cover: 'jo' });
	});

	it('is nobody, if who covers is away, too, or Robin said no to them, or nobody covers', () => {
		const away = [leave!, { ...leave!, id: 'ill', worker_id: 'jo', cover_id: 'sam' }];
		expect(forSam({ away })).toEqual({ here: false, cover: null });
		expect(forSam({ away: [{ ...leave!, refused_by: ['robin'] }] })).toEqual({ here: false, cover: null });
		expect(forSam({ away: [{ ...leave!, cover_id: null }] })).toEqual({ here: false, cover: null });
	});

	it('is not somebody who is not at work now', () => {
		const people = [person('sam', 'worker', { at_work: false }), person('robin', 'child')];
		expect(forSam({ people, away: [] })).toEqual({ here: false, cover: null });
	});
});
