import { isAt } from '../../time/instants.ts';
import type { Id, Item, Time } from '../../item.ts';
import type { View } from '../../view.ts';
import { seenBy } from './item-readers.ts';

/** To whom it went, as an adult may know: those who were picked and read it now. */
export function sentTo(item: Item): Id[] {
	const picked = item.readers.filter(({ why }) => why === 'picked').map(({ person_id }) => person_id);
	return [...new Set(picked)];
}

/** Why I read it, where it did not come to me by itself. former: as the child's key worker, which I am no more. */
export function whyIRead(view: View, item: Item, now: Time): 'cover' | 'handed_on' | 'raised' | 'former' | null {
	const mine = item.readers.filter(({ person_id }) => person_id === view.me).map(({ why }) => why);
	if (mine.includes('picked'))
		return wasKeyWorker(view, item, item.sent_at) && !wasKeyWorker(view, item, now) ? 'former' : null;
	if (mine.includes('author')) return null;
	return (['cover', 'handed_on', 'raised'] as const).find((why) => mine.includes(why)) ?? null;
}

const wasKeyWorker = (view: View, { child_id }: Item, at: Time): boolean =>
	view.key_workers.some((one) => one.worker_id === view.me && one.child_id === child_id && isAt(one, at));

/** Whether it came to me unseen by the child. */
export function isHiddenFromChild(view: View, item: Item): boolean {
	const withMe = item.events.filter((event) => event.kind === 'raised' && event.with_ids.includes(view.me));
	return withMe.length > 0 && withMe.every((event) => event.kind === 'raised' && event.hidden);
}

/** Whether I opened it since it was last asked. */
export const iOpened = (view: View, item: Item): boolean => seenBy(item).includes(view.me);
