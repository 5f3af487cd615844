import { compare, instant } from '../../time/instants.ts';
import type { Id, Item, Waiting } from '../../item.ts';
import { isOnlyRead } from '../../vocabulary/items.ts';
import type { View } from '../../view.ts';

/** What was asked first stands first. */
const byAge = (a: Item, b: Item): number => compare([instant(a.asked_at), a.id], [instant(b.asked_at), b.id]);

const isOpen = ({ kind, closed_at }: Item): boolean => !isOnlyRead(kind) && closed_at === null;

/** Everything that I read and that is still open: oldest first. */
export const allOpen = (view: View): Item[] => view.items.filter(isOpen).sort(byAge);

/** What a child said that is still open, and that I read: oldest first. */
export const openItems = (view: View, child: Id): Item[] => ofChild(view, child).filter(isOpen).sort(byAge);

/** Wishes, complaints and requests end in an answer with a reason; topics are talked about, the others are read. */
export const needsAnswer = ({ kind }: Item): boolean => kind !== 'topic' && !isOnlyRead(kind);

/** What was answered, or talked about, and what was taken back: newest first. */
export const closedItems = (view: View, child: Id): Item[] =>
	ofChild(view, child)
		.filter(({ kind, closed_at }) => kind !== 'note' && closed_at !== null)
		.sort((a, b) => instant(b.closed_at) - instant(a.closed_at));

/** What children told adults who wrote it down: newest first. */
export const notes = (view: View): Item[] =>
	view.items.filter(({ kind }) => kind === 'note').sort((a, b) => instant(b.sent_at) - instant(a.sent_at));

export const notesAbout = (view: View, child: Id): Item[] => ofChild({ ...view, items: notes(view) }, child);

/** What waits of a child's whose words were not to come to me. */
export const waitingWithoutWords = (view: View, child: Id): Waiting[] =>
	view.waiting.filter(({ child_id }) => child_id === child);

/** Children who wrote to me, or of whom something waits with me, whoever their key worker is. */
export const childrenHeard = (view: View): Id[] => [
	...new Set([...view.items, ...view.waiting].map(({ child_id }) => child_id))
];

const ofChild = (view: View, child: Id): Item[] => view.items.filter(({ child_id }) => child_id === child);
