import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import type { Labels } from '../view.ts';
import { after, mapleAs, refusal } from '../testing/maple.ts';

const home: CallArgs['set_home'] = {
	...{ name: ' Oak House ', nation: 'wales', time_zone: 'Europe/London', labels: { wish: 'Ask' }, rhythm_days: 14 },
	...{ unread_hours: 48, answer_hours: 100 }
};
const why = (more: Partial<CallArgs['set_home']>, me = 'pat') => refusal(mapleAs(me), 'set_home', { ...home, ...more });

describe('a home', () => {
	it('has its own words and times', () => {
		expect(after(mapleAs('pat'), 'set_home', home).home).toEqual({
			...mapleAs('pat').home,
			...home,
			name: 'Oak House',
			recordings: true
		});
	});

	it('says whether children may say something aloud; a version that does not know a setting leaves it', () => {
		const off = after(mapleAs('pat'), 'set_home', {
			...home,
			recordings: false,
			reading_days: 28,
			complaint_hours: 24
		});
		expect(off.home).toMatchObject({ recordings: false, reading_days: 28, complaint_hours: 24 });
		expect(after(off, 'set_home', home).home).toEqual(off.home);
	});

	it('is the manager’s to set', () => {
		expect(why({}, 'sam')).toBe('not_yours');
		expect(why({ time_zone: 'Mars/Phobos' })).toBe('bad_time_zone');
		expect(why({ name: '' })).toBe('bad_name');
		expect(why({ name: 'x'.repeat(61) })).toBe('name_too_long');
	});

	it('has times within reason', () => {
		expect(why({ rhythm_days: null })).toBeNull();
		expect(why({ rhythm_days: 61 })).toBe('bad_rhythm');
		expect(why({ unread_hours: 0 })).toBe('bad_unread');
		expect(why({ unread_hours: 721 })).toBe('bad_unread');
		expect(why({ answer_hours: 1441 })).toBe('bad_unread');
	});

	it('has labels with words, of a length that the database takes, to the letter', () => {
		expect(why({ labels: {} })).toBeNull();
		expect(why({ labels: { wish: '🐋'.repeat(40) } })).toBeNull();
		expect(why({ labels: { wish: '🐋'.repeat(41) } })).toBe('bad_labels');
		expect(why({ labels: { wish: ' ' } })).toBe('bad_labels');
		expect(why({ labels: { session: 5 } as unknown as Labels })).toBe('bad_labels');
		expect(why({ labels: { day: 'x' } as unknown as Labels })).toBe('bad_labels');
	});
});
