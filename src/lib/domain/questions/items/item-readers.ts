import { getsWords } from '../../reading/reading.ts';
import { instant, isAt } from '../../time/instants.ts';
import type { Id, Item, Reader, Time } from '../../item.ts';
import type { View } from '../../view.ts';

/** Who reads an item by now but gets no words before the child says yes. */
export const readersNeedingYes = (view: View, item: Item, now: Time): Reader[] =>
	item.readers.filter((reader) => !reader.words && isAt(reader, now) && getsWords(view, item, reader));

/** Those who hold it now, were not shown before it was sent, and get its words when the child says yes. */
export function strangersOf(view: View, item: Item, now: Time): Reader[] {
	const known = canRead(item, now);
	const others = readersNeedingYes(view, item, now).filter(({ person_id }) => !known.includes(person_id));
	return others.filter(({ person_id }, place) => others.findIndex((one) => one.person_id === person_id) === place);
}

/** Who has opened it since it was last asked. */
export function seenBy(item: Item): Id[] {
	const since = item.events.filter(({ kind, at }) => kind === 'opened' && instant(at) >= instant(item.asked_at));
	return [...new Set(since.map(({ person_id }) => person_id))];
}

/** Who can read its words now. */
export function canRead(item: Item, now: Time): Id[] {
	return [...new Set(item.readers.filter((one) => one.words && isAt(one, now)).map(({ person_id }) => person_id))];
}
