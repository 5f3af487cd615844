import { describe, expect, it } from 'vitest';
import { ARGUMENTS, checkArguments, complete } from './arguments.ts';
import { KINDS, type Kind } from './kinds.ts';
import { NOW } from '../testing/maple.ts';

const ID = '6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11';
const is = (kind: Kind, value: unknown) => KINDS[kind]?.(value, Date.parse(NOW));
const promise = { id: ID, child: ID, session: null, owner: ID, words: 'I ring.', due: '2026-12-10' };
const why = (more: object) => checkArguments('make_promise', { ...promise, ...more }, NOW);

describe('what a call is given', () => {
	it('is of kinds that there are', () => {
		const named = Object.values(ARGUMENTS).flatMap((takes) => Object.values(takes));
		const kinds = named.filter((one): one is string => typeof one === 'string').map((one) => one.replace('?', ''));
		expect(new Set(kinds)).toEqual(new Set(Object.keys(KINDS)));
	});

	it.each([
		'infinity',
		'today',
		'epoch',
		'',
		'9999-12-31',
		'5874897-01-01',
		'0044-03-15 BC',
		'2026-02-30',
		7,
		null,
		{}
	])('is no day such as %j', (due) => {
		expect(why({ due })).toBe('bad_value');
	});

	it.each(['2021-12-02', '2026-12-01', '2031-12-01'])('may be %s, within five years', (due) => {
		expect(why({ due })).toBeNull();
	});

	it.each(['2021-11-29', '2031-12-02'])('is not %s, beyond', (due) => {
		expect(why({ due })).toBe('bad_value');
	});

	it.each([
		'soon',
		'2026-12-01',
		'2026-12-01T10:00',
		'2026-12-01T24:00:00Z',
		'2026-02-30T10:00:00Z',
		'+012026-12-01T10:00Z'
	])('is no time such as %s', (time) => {
		expect(is('time', time)).toBe(false);
	});

	it.each(['2026-12-01T10:00Z', '2026-12-01T10:00:00.123Z', '2026-12-01T10:00:00.123456+00:00'])(
		'is a time, written out: %s',
		(time) => {
			expect(is('time', time)).toBe(true);
		}
	);

	it('has words that are a text, and names by which things are known', () => {
		expect(why({ words: { a: 1 } })).toBe('bad_value');
		expect(why({ words: null })).toBe('bad_value');
		expect(why({ id: 'promise' })).toBe('bad_value');
		expect(why({ id: ID.toUpperCase() })).toBe('bad_value');
		expect(why({ session: ID })).toBeNull();
		expect(why({ session: undefined })).toBeNull();
		expect(is('ids', [ID, null])).toBe(false);
		expect(is('ids', Array<string>(1001).fill(ID))).toBe(false);
	});

	it('has things with words, and labels that are a list of names', () => {
		expect(is('things', [5, null])).toBe(false);
		expect(is('things', [{ words: 'x' }])).toBe(false);
		expect(is('things', [{ words: 'x', symbol: null, more: 1 }])).toBe(false);
		expect(is('things', [{ words: 'x', symbol: null }])).toBe(true);
		expect(is('object', [])).toBe(false);
		for (const list of ['x', [''], [5], Array<string>(21).fill('x')]) expect(is('names', list)).toBe(false);
		expect(is('names', ['x', 'y'])).toBe(true);
	});

	it('has one of the values that there are, and whole numbers', () => {
		expect(checkArguments('say_if_it_helped', { id: ID, item: ID, helped: 'great' }, NOW)).toBe('bad_value');
		expect(checkArguments('say_if_it_helped', { id: ID, item: ID, helped: 'a_bit' }, NOW)).toBeNull();
		expect([1.5, -1, 1e6, '7', null].map((one) => is('number', one))).not.toContain(true);
	});

	it('is understood, or not known here: what is passed over might have left somebody out', () => {
		expect(why({ hide: true })).toBe('no_such_call');
		expect(why({ toString: null })).toBe('no_such_call');
		expect(checkArguments('make_promise', [], NOW)).toBe('bad_value');
		expect(checkArguments('make_promise', null, NOW)).toBe('bad_value');
	});
});

it('an argument that was left out is null, as it is to the database', () => {
	const away = { id: ID, from_at: NOW, until: NOW, cover: null };
	expect(complete('set_away', away)).toEqual({ ...away, worker: null });
	expect(complete('end_away', { away: ID })).toEqual({ away: ID });
});
