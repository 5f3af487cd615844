import { isAsked } from '../../vocabulary/items.ts';
import { compare, DAY, instant } from '../../time/instants.ts';
import type { Day, Item, ItemEvent, Time } from '../../item.ts';
import type { View } from '../../view.ts';

const WEEK = 7 * DAY;
const SHOWN = 5;

/** The newest answer. */
export function answerOf(item: Item): (ItemEvent & { kind: 'answered' }) | null {
	return item.events.filter((event) => event.kind === 'answered').at(-1) ?? null;
}

/** Who last said by when they answer, since it was last asked. */
export function answerBy({ events, asked_at }: Item): (ItemEvent & { kind: 'handled' }) | null {
	const said = events.filter((event) => event.kind === 'handled' && instant(event.at) >= instant(asked_at)).at(-1);
	return said?.kind === 'handled' ? said : null;
}

/** The day has gone by on which somebody said that the answer comes, and it has not come. */
export function isAnswerOverdue(item: Item, today: Day): boolean {
	const said = answerBy(item);
	return item.closed_at === null && said !== null && said.by_day < today;
}

/** What the child said when they asked again. Undefined: they did not. */
export function askedAgain(item: Item): { words: string | null } | undefined {
	const last = item.events.filter((event) => event.kind === 'answered' || event.kind === 'reopened').at(-1);
	return last?.kind === 'reopened' ? { words: last.words } : undefined;
}

/** Answers of which the child has not said yet whether they helped, newest first. */
export function unseenAnswers(view: View): Item[] {
	return view.items
		.filter((one) => one.child_id === view.me && one.answered_at !== null && one.taken_back_at === null)
		.filter((one) => !one.events.some(({ kind, at }) => kind === 'helped' && instant(at) >= instant(one.answered_at)))
		.sort((a, b) => instant(b.answered_at) - instant(a.answered_at));
}

/** What I asked for: answers that are new, then what still waits, oldest first, then what was answered this week. */
export function recentlyAsked(view: View, now: Time, isNew: (item: Item) => boolean): Item[] {
	const mine = view.items.filter(
		({ kind, author_id, taken_back_at }) =>
			(isAsked(kind) || kind === 'complaint') && author_id === view.me && taken_back_at === null
	);
	const open = mine.filter(({ closed_at }) => closed_at === null).sort(by((item) => item.asked_at));
	const answered = mine.filter(({ answered_at }) => answered_at !== null).sort(by((item) => item.answered_at));
	const fresh = answered.filter(isNew).reverse();
	const known = answered.filter((item) => !isNew(item) && instant(now) - instant(item.answered_at) < WEEK).reverse();
	return [...fresh, ...[...open, ...known].slice(0, SHOWN)];
}

const by = (time: (item: Item) => Time | null) => (a: Item, b: Item) => compare([instant(time(a))], [instant(time(b))]);
