import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import type { View } from '../view.ts';
import { after, hours, mapleAs, NOW, person, refusal } from '../testing/maple.ts';

const line = 'x'.repeat(301);

describe('an intro card', () => {
	const card: CallArgs['save_card'] = {
		...{ id: 'card', job: 'Key worker', things: [{ symbol: 'bird', words: 'Birds' }], reach: 'Ring', here: 'Days' },
		picture: null
	};
	const why = (more: Partial<CallArgs['save_card']>, me = 'sam') =>
		refusal(mapleAs(me), 'save_card', { ...card, ...more });

	it('takes the place of the last one', () => {
		const old = { person_id: 'sam', job: '', things: [], reach: '', here: '', picture: null, at: hours(-9) };
		const view = mapleAs('sam', { cards: [{ ...old, person_id: 'zoe' }, old] });
		expect(after(view, 'save_card', card).cards).toEqual([
			{ person_id: 'sam', job: 'Key worker', things: card.things, reach: 'Ring', here: 'Days', picture: null, at: NOW },
			{ ...old, person_id: 'zoe' }
		]);
	});

	it('is an adult’s, with three things at most', () => {
		expect(why({}, 'robin')).toBe('not_yours');
		expect(why({ things: Array.from({ length: 4 }, () => ({ symbol: null, words: 'x' })) })).toBe('bad_things');
		expect(why({ things: [] })).toBeNull();
	});

	it('has things of a length that the database takes, to the letter', () => {
		// [{"words": "…", "symbol": null}] has 31 signs around the words
		expect(why({ things: [{ symbol: null, words: 'x'.repeat(2000 - 31) }] })).toBeNull();
		expect(why({ things: [{ symbol: null, words: 'x'.repeat(2000 - 30) }] })).toBe('bad_things');
	});

	it('has lines, and a picture that was put here before', () => {
		expect(why({ here: line })).toBe('here_too_long');
		expect(why({ job: line })).toBe('job_too_long');
		expect(why({ reach: line })).toBe('reach_too_long');
		expect(why({ picture: 'no hash' })).toBe('no_such_picture');
		expect(why({ picture: 'a'.repeat(64) })).toBeNull();
	});
});

describe('a picture', () => {
	const hash = 'a'.repeat(64);
	const why = (bytes: string, more: Partial<CallArgs['put_picture']> = {}) =>
		refusal(mapleAs('robin'), 'put_picture', { hash, data: btoa(bytes), ...more });
	const rest = '\0'.repeat(20);

	it('is a JPEG, a PNG or a WebP', () => {
		expect(why(`\xff\xd8\xff${rest}`)).toBeNull();
		expect(why(`\x89PNG\r\n\x1a\n${rest}`)).toBeNull();
		expect(why(`RIFF1234WEBP${rest}`)).toBeNull();
		expect(why(`RIFF1234WAVE${rest}`)).toBe('not_a_picture');
		expect(why(`GIF89a${rest}`)).toBe('not_a_picture');
	});

	it('or a recording: WebM, Ogg or MP4, of 120 kB at most', () => {
		expect(why(`\x1aE\xdf\xa3${rest}`)).toBeNull();
		expect(why(`OggS${rest}`)).toBeNull();
		expect(why(`\0\0\0\x1cftypmp42${rest}`)).toBeNull();
		expect(why('OggS')).toBe('picture_too_big');
		expect(why(`OggS${'x'.repeat(122_880 - 4)}`)).toBeNull();
		expect(why(`OggS${'x'.repeat(122_880 - 3)}`)).toBe('recording_too_big');
	});

	it('is small', () => {
		expect(why(`\xff\xd8\xff`)).toBe('picture_too_big');
		expect(why(`\xff\xd8\xff${'x'.repeat(61_440 - 3)}`)).toBeNull();
		expect(why(`\xff\xd8\xff${'x'.repeat(61_440 - 2)}`)).toBe('picture_too_big');
	});

	it('has a name made of its bytes, and travels apart from the view', () => {
		expect(why(`\xff\xd8\xff${rest}`, { hash: 'x' })).toBe('bad_picture');
		expect(why('', { data: 'not base64!' })).toBe('bad_value');
		const view = mapleAs('robin');
		expect(after(view, 'put_picture', { hash, data: btoa(`\xff\xd8\xff${rest}`) })).toEqual(view);
	});
});

describe('my name and face', () => {
	it('are what I say', () => {
		const view = after(mapleAs('robin'), 'set_my_face', { name: ' Rob ', picture: 'bird' });
		expect(view.people.find(({ id }) => id === 'robin')).toMatchObject({ name: 'Rob', picture: 'bird' });
	});

	it('come with pronouns where I said some: a device that knows none leaves them as they are', () => {
		const mine = (view: View) => view.people.find(({ id }) => id === view.me)?.pronouns;
		const said = after(mapleAs('robin'), 'set_my_face', { name: 'Rob', picture: null, pronouns: ' they / them ' });
		expect(mine(said)).toBe('they / them');
		expect(mine(after(said, 'set_my_face', { name: 'Rob', picture: null }))).toBe('they / them');
		expect(mine(after(said, 'set_my_face', { name: 'Rob', picture: null, pronouns: '' }))).toBe('');
		const long = { name: 'Rob', picture: null, pronouns: 'x'.repeat(41) };
		expect(refusal(mapleAs('robin'), 'set_my_face', long)).toBe('pronouns_too_long');
	});

	it('are a name of some letters, and a face of the app’s own', () => {
		expect(refusal(mapleAs('robin'), 'set_my_face', { name: ' ', picture: null })).toBe('bad_name');
		expect(refusal(mapleAs('robin'), 'set_my_face', { name: 'x'.repeat(41), picture: null })).toBe('name_too_long');
		expect(refusal(mapleAs('robin'), 'set_my_face', { name: 'Rob', picture: '1' })).toBe('bad_picture');
	});

	it('of staff are nobody else’s: a child picks by name', () => {
		expect(refusal(mapleAs('sam'), 'set_my_face', { name: ' JO', picture: null })).toBe('name_taken');
		expect(refusal(mapleAs('robin'), 'set_my_face', { name: 'Jo', picture: null })).toBeNull();
		const people = [person('sam', 'worker'), person('jo', 'worker', { left_at: NOW })];
		expect(refusal(mapleAs('sam', { people }), 'set_my_face', { name: 'Jo', picture: null })).toBe('name_taken');
	});
});
