import { instant } from '../../time/instants.ts';
import type { Id, Item, ItemEvent, Reader, Time } from '../../item.ts';
import type { View } from '../../view.ts';

/** What became of something that was said, step by step. What happened to it stands as its event does. */
export type Step =
	| { kind: 'waiting' | 'sent'; at: Time }
	| { kind: 'moved' | 'will_move'; at: Time; person_id: Id; words: boolean } // to the next person
	| { kind: 'covered'; at: Time; person_id: Id; words: boolean } // somebody covers for one who reads it
	| (Extract<ItemEvent, { kind: 'planned' }> & { starts_at: Time | null })
	| Exclude<ItemEvent, { kind: 'planned' }>;

/** In order of time. `isSent`: whether it has left this device. */
export function story(view: View, item: Item, now: Time, isSent = true): Step[] {
	const first: Step = { kind: isSent ? 'sent' : 'waiting', at: item.sent_at };
	const moves = item.readers.flatMap((reader) => moveOf(item, reader, now));
	const events = item.events.map((event) => eventOf(view, event));
	return [first, ...[...events, ...moves].sort((a, b) => instant(a.at) - instant(b.at))];
}

function eventOf(view: View, event: ItemEvent): Step {
	if (event.kind !== 'planned') return event;
	const session = view.sessions.find(({ id }) => id === event.session_id);
	return { ...event, starts_at: session?.starts_at ?? null };
}

function moveOf(item: Item, { why, words, person_id, from_at: at }: Reader, now: Time): Step[] {
	const isLater = instant(at) > instant(now);
	if (why === 'handed_on') return [{ kind: isLater ? 'will_move' : 'moved', at, person_id, words }];
	const isNew = why === 'cover' && !isLater && instant(at) > instant(item.sent_at);
	return isNew ? [{ kind: 'covered', at, person_id, words }] : [];
}
