import { describe, expect, it } from 'vitest';
import { nextPlace, withPlaces } from './list-places.ts';
import { device, hours, mapleAs, topic, wish } from './testing/maple.ts';

const items = [
	topic({ id: 'c', place: 9, sent_at: hours(-1) }),
	topic({ id: 'b', place: 4 }),
	topic({ id: 'a', place: 4, child_id: 'kai' }),
	wish()
];
const places = (view: ReturnType<typeof mapleAs>) => withPlaces(view).items.map(({ place }) => place);

describe('a topic’s place on the list', () => {
	it('is counted by an adult among those that they see', () => {
		expect(places(mapleAs('sam', { items }))).toEqual([2, 1, 1, null]);
	});

	it('is counted likewise on a child’s device that an adult added', () => {
		const added = mapleAs('robin', { items, devices: [device("robin's tablet", 'robin', { reached_by: ['sam'] })] });
		expect(places(added)).toEqual([2, 1, 1, null]);
		expect(places(mapleAs('robin', { items, devices: [] }))).toEqual([2, 1, 1, null]);
	});

	it('stands as it is on a device of the child’s own, or that such a one approved', () => {
		const first = device('first', 'robin');
		const own = mapleAs('robin', { items });
		const approved = mapleAs('robin', {
			items,
			devices: [{ ...first, reached_by: ['sam'] }, device("robin's tablet", 'robin', { made_at: hours(-2) })]
		});
		expect(places(own)).toEqual([9, 4, 4, null]);
		expect(places(approved)).toEqual([9, 4, 4, null]);
	});

	it('that comes new is the last, whatever has been talked about', () => {
		expect(nextPlace(mapleAs('robin', { items }), 'robin')).toBe(10);
		expect(
			nextPlace(
				mapleAs('robin', { items: [topic({ place: null }), topic({ place: 7, closed_at: hours(-1) })] }),
				'robin'
			)
		).toBe(1);
	});
});
