import { describe, expect, it } from 'vitest';
import { isMeeting } from './meeting.ts';

const empty = { parts: [], there: [], not_there: [], how: null };
const part = { area: 'school', marks: ['not_good', 'want'], words: 'Lunch is too loud.' };
const names = (count: number) => Array.from({ length: count }, (_, at) => `Name ${String(at)}`);

describe('a page for a review', () => {
	it.each([
		['nothing', empty],
		['a part in words alone', { ...empty, parts: [{ ...part, marks: [] }] }],
		['a part by its pictures alone', { ...empty, parts: [{ ...part, words: '' }] }],
		['people, and how I take part', { ...empty, there: ['Mum', 'Gran'], not_there: ['Ms Ali'], how: 'bit' }],
		['as much as there is room for', { ...empty, parts: [{ ...part, words: '🐋'.repeat(1000) }], there: names(20) }],
		['a long name', { ...empty, not_there: ['🐋'.repeat(40)] }]
	])('holds %s', (_, page) => expect(isMeeting(page)).toBe(true));

	it.each([
		['no page', null],
		['a list', []],
		['a field too few', { parts: [], there: [], not_there: [] }],
		['a field too many', { ...empty, hide: true }],
		['parts that are no list', { ...empty, parts: {} }],
		['a part that is none', { ...empty, parts: ['school'] }],
		['a part with more in it', { ...empty, parts: [{ ...part, hide: true }] }],
		['a part that nobody is asked of', { ...empty, parts: [{ ...part, area: 'moon' }] }],
		['a mark that there is not', { ...empty, parts: [{ ...part, marks: ['fine'] }] }],
		['a mark twice', { ...empty, parts: [{ ...part, marks: ['good', 'good'] }] }],
		['words that are none', { ...empty, parts: [{ ...part, words: 7 }] }],
		['too many words', { ...empty, parts: [{ ...part, words: 'x'.repeat(1001) }] }],
		['a part that says nothing', { ...empty, parts: [{ ...part, marks: [], words: ' ' }] }],
		['one part twice', { ...empty, parts: [part, part] }],
		['names that are no list', { ...empty, there: 'Mum' }],
		['a name that is none', { ...empty, there: [7] }],
		['a name that nobody can read', { ...empty, not_there: [' '] }],
		['a name that is too long', { ...empty, not_there: ['x'.repeat(41)] }],
		['more names than a table has seats', { ...empty, there: names(21) }],
		['one name on both sides', { ...empty, there: ['Mum'], not_there: ['Mum'] }],
		['a way to take part that there is not', { ...empty, how: 'fly' }]
	])('does not hold %s', (_, page) => expect(isMeeting(page)).toBe(false));
});
