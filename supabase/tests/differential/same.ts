import type { View } from '../../../src/lib/domain/view.ts';

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const CLOSE = 60_000; // the server's clock is read a moment after the call's

type Path = string;

/** Where two values differ, but for what only the server makes. Times may differ by a moment. */
export function difference(a: unknown, b: unknown, path: Path = ''): string | null {
	if (typeof a === 'string' && typeof b === 'string' && TIME.test(a) && TIME.test(b))
		return Math.abs(Date.parse(a) - Date.parse(b)) < CLOSE ? null : `${path}: ${a} is not ${b}`;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
		return a === b ? null : `${path}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`;
	const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
	if (left.length !== right.size) return `${path}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`;
	for (const [key, value] of left) {
		const found = difference(value, right.get(key), `${path}/${key}`);
		if (found) return found;
	}
	return null;
}

/** A view without what only the server makes; lists without an order of their own, by id. */
export function comparable(view: View): object {
	return {
		...view,
		...{ epoch: null, house: [], handover: [] }, // no device works out what waits with others
		last_call: null,
		items: [...view.items].sort(byId).map((item) => ({ ...item, readers: inOrder(item.readers) })),
		sessions: [...view.sessions].sort(byId),
		promises: [...view.promises].sort(byId),
		invites: [...view.invites].sort(byId),
		tablets: view.tablets?.toSorted(byId)
	};
}

/** The same, without how logins stand: that follows from all that is known of them, which no device sees. */
export function withoutStanding(view: View): View {
	return {
		...view,
		people: view.people.map((one) => ({ ...one, joined: true, reached_by: [] })),
		items: view.items.map((item) => ({ ...item, doubt: null })),
		sessions: view.sessions.map((one) => ({ ...one, events: one.events.map((event) => ({ ...event, doubt: null })) })),
		agreements: view.agreements.map((one) => ({ ...one, agreed: [] })),
		devices: view.devices.map((one) => ({
			...one,
			own: true,
			reached_by: [],
			cut_off_at: null,
			disowned_at: null,
			stop: null
		})),
		waiting: []
	};
}

/** The same, without what an adult's device cannot know after a change of who is here: who reads what instead. */
export function withoutReach(view: View, ids: Set<string>): object {
	const items = view.items.filter(({ id }) => ids.has(id)).map((item) => ({ ...item, readers: [] }));
	return comparable({ ...view, items, waiting: [] });
}

/** The same view, with only those who were picked where it cannot know who comes next. */
export const withoutNext = (view: View, ids: string[]): View => ({
	...view,
	items: view.items.map((item) =>
		ids.includes(item.id) ? { ...item, readers: item.readers.filter(({ why }) => why === 'picked') } : item
	)
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

const inOrder = (readers: View['items'][number]['readers']) =>
	readers.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const keyOf = ({ person_id, why, from_at, until }: View['items'][number]['readers'][number]) =>
	`${person_id} ${why} ${String(Date.parse(from_at))} ${until ?? '~'}`;
