import { readsOnlyRaised } from '../../reading/reading.ts';
import type { Id, Item, Time } from '../../item.ts';
import type { View } from '../../view.ts';
import { notesAbout, openItems } from './open-items.ts';
import { iOpened } from './why-i-read.ts';

const KINDS = ['wish', 'meeting', 'topic'] as const;

/** Notes about a child that came to me and that I have not opened. */
export const newNotes = (view: View, child: Id): Item[] =>
	notesAbout(view, child).filter(
		(note) => note.author_id !== view.me && !iOpened(view, note) && !readsOnlyRaised(view, note)
	);

/**
 * What may stand on a paper that a worker has with them: no complaint and no request, and nothing that I know only since it
 * was shared to keep safe. Oldest first.
 */
export const itemsForPaper = (view: View, child: Id): Item[] =>
	openItems(view, child).filter((item) => KINDS.some((kind) => kind === item.kind) && !readsOnlyRaised(view, item));

/** The child let its words go no further than to those who have them. A topic is for our time, whoever comes to it. */
export const staysWithReaders = ({ kind, may_move }: Item): boolean => kind !== 'topic' && !may_move;

/** What waits of one kind. */
interface KindWaiting {
	kind: (typeof KINDS)[number];
	count: number;
	since: Time; // the oldest
}

/**
 * Of which kinds waits what I may plan with this child, most urgent kind first: no complaint and no request, which a screen
 * that others pass by does not name, and nothing that I know only since it was shared to keep safe.
 */
export function kindsWaiting(view: View, child: Id): KindWaiting[] {
	const items = openItems(view, child).filter((item) => !readsOnlyRaised(view, item));
	return KINDS.flatMap((kind) => {
		const some = items.filter((item) => item.kind === kind);
		const [oldest] = some;
		return oldest ? [{ kind, count: some.length, since: oldest.asked_at }] : [];
	});
}
