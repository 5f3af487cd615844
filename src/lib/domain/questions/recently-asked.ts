import { compare, DAY, instant } from '../instants.ts';
import type { Item, Time, View } from '../view.ts';

const WEEK = 7 * DAY;
const MOST = 5;

/** What I asked for: answers that are new, then what still waits, oldest first, then what was answered this week. */
export function recentlyAsked(view: View, now: Time, isNew: (item: Item) => boolean): Item[] {
	const mine = view.items.filter(
		({ kind, author_id, taken_back_at }) => kind === 'wish' && author_id === view.me && taken_back_at === null
	);
	const open = mine.filter(({ closed_at }) => closed_at === null).sort(by((item) => item.asked_at));
	const answered = mine.filter(({ answered_at }) => answered_at !== null).sort(by((item) => item.answered_at));
	const fresh = answered.filter(isNew).reverse();
	const known = answered.filter((item) => !isNew(item) && instant(now) - instant(item.answered_at) < WEEK).reverse();
	return [...fresh, ...[...open, ...known].slice(0, MOST)];
}

const by = (time: (item: Item) => Time | null) => (a: Item, b: Item) => compare([instant(time(a))], [instant(time(b))]);
