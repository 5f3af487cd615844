import { describe, expect, it } from 'vitest';
import {
	emptyMeeting,
	isEmptyMeeting,
	isFull,
	leftEmpty,
	partOf,
	seatOf,
	tidyMeeting,
	tooLong,
	withMark,
	withPart,
	withSeat
} from './meeting.ts';

const empty = emptyMeeting();
const school = withPart(empty, 'school', { marks: ['not_good'], words: 'Too loud.' });

describe('how it goes', () => {
	it('is nothing at first', () => {
		expect(isEmptyMeeting(empty)).toBe(true);
		expect(partOf(empty, 'home')).toEqual({ area: 'home', marks: [], words: '' });
	});

	it('is said part by part, in the order in which it is asked', () => {
		const page = withPart(school, 'home', { marks: ['good'] });
		expect(page.parts.map(({ area }) => area)).toEqual(['home', 'school']);
		expect(partOf(page, 'school').words).toBe('Too loud.');
		expect(isEmptyMeeting(page)).toBe(false);
	});

	it('has no part that says nothing any more', () => {
		expect(withPart(school, 'school', { marks: [], words: ' ' })).toEqual(empty);
	});

	it('turns a mark on and off, and lets two stand', () => {
		const both = withMark(school, 'school', 'want');
		expect(partOf(both, 'school').marks).toEqual(['not_good', 'want']);
		expect(partOf(withMark(both, 'school', 'not_good'), 'school').marks).toEqual(['want']);
	});

	it('names the parts that are left empty, and those that say too much', () => {
		expect(leftEmpty(school)).toEqual(['home', 'family', 'health', 'friends', 'money']);
		expect(tooLong(school)).toEqual([]);
		expect(tooLong(withPart(school, 'money', { words: 'x'.repeat(1001) }))).toEqual(['money']);
	});
});

describe('who is there', () => {
	it('is at the table, not at it, or nowhere', () => {
		const mum = withSeat(empty, 'Mum', 'there');
		expect(seatOf(mum, 'Mum')).toBe('there');
		const not = withSeat(mum, 'Mum', 'not_there');
		expect([not.there, not.not_there, seatOf(not, 'Mum')]).toEqual([[], ['Mum'], 'not_there']);
		expect(withSeat(not, 'Mum', null)).toEqual(empty);
		expect(seatOf(empty, 'Mum')).toBe(null);
	});

	it('has twenty seats', () => {
		const names = Array.from({ length: 20 }, (_, at) => `Name ${String(at)}`);
		const full = names.reduce((page, name) => withSeat(page, name, 'there'), empty);
		expect([isFull(full, 'there'), isFull(full, 'not_there')]).toEqual([true, false]);
	});

	it.each([withSeat(empty, 'Mum', 'there'), withSeat(empty, 'Mum', 'not_there'), { ...empty, how: 'bit' as const }])(
		'says something by itself',
		(page) => expect(isEmptyMeeting(page)).toBe(false)
	);
});

it('is sent with nothing at the ends of words, and without a part that says nothing', () => {
	const page = { ...empty, parts: [partOf(empty, 'home'), { ...partOf(empty, 'school'), words: ' Too loud. ' }] };
	expect(tidyMeeting(page).parts).toEqual([{ area: 'school', marks: [], words: 'Too loud.' }]);
});
