import { iAmChild } from './me.ts';
import { thisDevice } from './questions/devices/device-standing.ts';
import { compare, instant } from './time/instants.ts';
import type { Id, Item } from './item.ts';
import type { View } from './view.ts';

/** At the end of a child's list. What is answered, talked about or taken back has no place on it. */
export function nextPlace(view: View, child: Id): number {
	const topics = view.items.filter((one) => one.kind === 'topic' && one.child_id === child && one.closed_at === null);
	return 1 + Math.max(0, ...topics.map(({ place }) => place ?? 0));
}

/** Whoever does not see all of a child's topics sees a topic's place among those that they see. */
export function withPlaces(view: View): View {
	if (seesAll(view)) return view;
	const keys = ({ child_id, place, sent_at, id }: Item) => [child_id, Number(place), instant(sent_at), id];
	const listed = view.items.filter(({ place }) => place !== null).sort((a, b) => compare(keys(a), keys(b)));
	const places = new Map<Id, number>();
	for (const child of new Set(listed.map(({ child_id }) => child_id)))
		listed.filter(({ child_id }) => child_id === child).forEach(({ id }, at) => places.set(id, at + 1));
	return { ...view, items: view.items.map((item) => ({ ...item, place: places.get(item.id) ?? null })) };
}

/** A child on a device that no adult can be the one to hold. */
const seesAll = (view: View): boolean => iAmChild(view) && thisDevice(view)?.reached_by.length === 0;
