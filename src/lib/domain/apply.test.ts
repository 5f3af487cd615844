import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import { check } from './check.ts';
import { callOf, mapleAs, NOW, topic, wish } from './testing/maple.ts';

describe('a call', () => {
	const id = '11111111-1111-4111-8111-111111111111';
	const event = '22222222-2222-4222-8222-222222222222';
	const robin = mapleAs('robin', { items: [wish({ id }), topic({ place: 7 })] });
	const takeBack = callOf('take_back', { id: event, item: id });

	it('changes nothing that it is given', () => {
		const before = structuredClone(robin);
		expect(apply(robin, takeBack, { now: NOW })).not.toEqual(before);
		expect(robin).toEqual(before);
	});

	it('done twice is done once, and what does not fit any more does nothing', () => {
		const once = apply(robin, takeBack, { now: NOW });
		expect(apply(once, takeBack, { now: NOW })).toBe(once);
		const gone = mapleAs('robin');
		expect(apply(gone, takeBack, { now: NOW })).toBe(gone);
	});

	it('from a device with no time at all does nothing', () => {
		expect(apply(robin, { ...takeBack, at: 'never' }, { now: NOW })).toBe(robin);
	});

	it('of a newer app is not known here, and waits', () => {
		const newer = { ...takeBack, name: 'something_new' } as unknown as typeof takeBack;
		expect(check(robin, newer, NOW)).toBe('no_such_call');
		expect(apply(robin, newer, { now: NOW })).toBe(robin);
	});

	it('with words that no database can keep is refused before it is sent', () => {
		expect(check(robin, callOf('reopen', { id: event, item: id, words: 'a\0' }), NOW)).toBe('bad_value');
	});

	it('leaves an adult with the places that they see', () => {
		const sam = mapleAs('sam', { items: [wish({ id }), topic({ place: 7 })] });
		const opened = apply(sam, callOf('open_item', { id: event, item: id }), { now: NOW });
		expect(opened.items[1]?.place).toBe(1);
	});
});
