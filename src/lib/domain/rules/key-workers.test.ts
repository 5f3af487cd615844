import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, refusal } from '../testing/maple.ts';

const pat = mapleAs('pat');
const set: CallArgs['set_key_worker'] = { id: 'new', child: 'robin', worker: 'lou', place: 1, because: 'Robin asked' };
const why = (more: Partial<CallArgs['set_key_worker']>, view = pat) =>
	refusal(view, 'set_key_worker', { ...set, ...more });

describe('a child’s key worker', () => {
	it('changes, with a reason, and the history stays', () => {
		const { key_workers } = after(pat, 'set_key_worker', set);
		expect(key_workers.map(({ id, until, because }) => [id, until, because])).toEqual([
			['kai with jo', null, null],
			['robin with sam', NOW, 'Robin asked'],
			['new', null, null],
			['robin with jo', null, null]
		]);
		expect(why({ because: ' ' })).toBe('change_needs_reason');
		expect(why({ because: 'x'.repeat(301) })).toBe('bad_because');
	});

	it('is named without a reason where there was none', () => {
		expect(why({ child: 'kai', place: 2, because: null })).toBeNull();
	});

	it('is a worker or the manager, not in both places, and named by the manager', () => {
		expect(why({ worker: 'pat' })).toBeNull();
		expect(why({ worker: 'morgan' })).toBe('no_such_person');
		expect(why({ worker: 'kai' })).toBe('no_such_person');
		expect(why({ child: 'sam' })).toBe('no_such_person');
		expect(why({ worker: 'jo' })).toBe('already_there');
		expect(why({ worker: 'sam' })).toBeNull();
		expect(why({ id: 'kai with jo' })).toBe('already_there');
		expect(why({}, mapleAs('sam'))).toBe('not_yours');
	});

	it('ends, with a reason, once', () => {
		const end = { key_worker: 'robin with sam', because: 'Sam leaves' };
		const ended = after(pat, 'end_key_worker', end);
		expect(ended.key_workers[2]).toMatchObject({ until: NOW, because: 'Sam leaves' });
		expect(refusal(ended, 'end_key_worker', end, hours(1))).toBe('no_such_key_worker');
		const hers = { ...pat, key_workers: pat.key_workers.map((one) => ({ ...one, worker_id: 'pat' })) };
		expect(after(hers, 'end_key_worker', end).key_workers[2]).toMatchObject({ until: NOW, because: null });
		const replaced = after(hers, 'set_key_worker', set).key_workers.filter(({ until }) => until === NOW);
		expect(replaced.map(({ because }) => because)).toEqual([null]);
		expect(refusal(pat, 'end_key_worker', { ...end, because: '' })).toBe('change_needs_reason');
		expect(refusal(pat, 'end_key_worker', { ...end, because: 'x'.repeat(301) })).toBe('bad_because');
		expect(refusal(mapleAs('sam'), 'end_key_worker', end)).toBe('not_yours');
	});
});
