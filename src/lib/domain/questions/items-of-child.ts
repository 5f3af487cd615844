import { DAY, HOUR, instant, isAt } from '../instants.ts';
import { byAge } from './of-view.ts';
import type { Id, Item, KeyWorker, Time, View } from '../view.ts';

/** What a child said that is still open, and that I read: oldest first. A note asks for no answer. */
export const openItems = (view: View, child: Id): Item[] =>
	ofChild(view, child)
		.filter((item) => item.kind !== 'note' && item.closed_at === null)
		.sort(byAge);

/** What was answered, or talked about, and what was taken back: newest first. */
export const closedItems = (view: View, child: Id): Item[] =>
	ofChild(view, child)
		.filter((item) => item.kind !== 'note' && item.closed_at !== null)
		.sort((a, b) => instant(b.closed_at) - instant(a.closed_at));

/** What a child told an adult, who wrote it down: newest first. */
export const notesAbout = (view: View, child: Id): Item[] =>
	ofChild(view, child)
		.filter(({ kind }) => kind === 'note')
		.sort((a, b) => instant(b.sent_at) - instant(a.sent_at));

const ofChild = (view: View, child: Id): Item[] => view.items.filter(({ child_id }) => child_id === child);

/** How many whole days ago. */
export const daysSince = (time: Time, now: Time): number =>
	Math.max(0, Math.floor((instant(now) - instant(time)) / DAY));

export interface Late {
	clock: 'unread' | 'answer';
	hours: number;
}

/** Which of the two clocks has run out: nobody opened it, or nobody answered it. Null: neither, or it has no clock. */
export function lateOf(item: Item, now: Time): Late | null {
	if (item.closed_at !== null || item.unread_hours === null || item.answer_hours === null) return null;
	const hours = (instant(now) - instant(item.asked_at)) / HOUR;
	if (hours > item.answer_hours) return { clock: 'answer', hours: item.answer_hours };
	return item.opened_at === null && hours > item.unread_hours ? { clock: 'unread', hours: item.unread_hours } : null;
}

/** To whom it went, as an adult may know: those who were picked and read it now. */
export function sentTo(item: Item): Id[] {
	const picked = item.readers.filter(({ why }) => why === 'picked').map(({ person_id }) => person_id);
	return [...new Set(picked)];
}

/** Why I read it, where it did not come to me by itself. former: as the child's key worker, which I am no more. */
export function whyIRead(view: View, item: Item, now: Time): 'cover' | 'handed_on' | 'raised' | 'former' | null {
	const mine = item.readers.filter(({ person_id }) => person_id === view.me).map(({ why }) => why);
	if (mine.includes('picked')) return wasKeyWorker(view, item) && !isKeyWorker(view, item, now) ? 'former' : null;
	if (mine.includes('author')) return null;
	return (['cover', 'handed_on', 'raised'] as const).find((why) => mine.includes(why)) ?? null;
}

const isMine =
	(view: View, { child_id }: Item) =>
	(one: KeyWorker) =>
		one.worker_id === view.me && one.child_id === child_id;
const isKeyWorker = (view: View, item: Item, now: Time): boolean =>
	view.key_workers.filter(isMine(view, item)).some((one) => isAt(one, now));
const wasKeyWorker = (view: View, item: Item): boolean =>
	view.key_workers.filter(isMine(view, item)).some((one) => isAt(one, item.sent_at));

/** Whether it came to me unseen by the child. */
export function isHiddenFromChild(view: View, item: Item): boolean {
	const withMe = item.events.filter((event) => event.kind === 'raised' && event.with_ids.includes(view.me));
	return withMe.length > 0 && withMe.every((event) => event.kind === 'raised' && event.hidden);
}

/** Whether I opened it since it was last asked. */
export function iOpened(view: View, item: Item): boolean {
	const opened = item.events.filter(({ kind, person_id }) => kind === 'opened' && person_id === view.me);
	return opened.some(({ at }) => instant(at) >= instant(item.asked_at));
}

/** What the child said when they asked again. Undefined: they did not. */
export function askedAgain(item: Item): { words: string | null } | undefined {
	const last = item.events.filter((event) => event.kind === 'answered' || event.kind === 'reopened').at(-1);
	return last?.kind === 'reopened' ? { words: last.words } : undefined;
}

/** Children who wrote to me, or of whom something waits with me, whoever their key worker is. */
export function childrenHeard(view: View): Id[] {
	return [...new Set([...view.items, ...view.waiting].map(({ child_id }) => child_id))];
}
