/** What a child says; a note, which an adult writes down for them; what a child wants said at a review (meeting); and what a
 * child tells of themselves (about_me). */
export const ITEM_KINDS = ['wish', 'topic', 'complaint', 'request', 'note', 'meeting', 'about_me'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What goes to a key worker and, unanswered, to the next one: a wish, and a page for a review. */
export const isAsked = (kind: ItemKind): boolean => kind === 'wish' || kind === 'meeting';

/** What can stand in the plan of a session. */
export const isPlannable = (kind: ItemKind): boolean => isAsked(kind) || kind === 'topic';

/** Why somebody may open an item. */
export const WHYS = ['author', 'picked', 'cover', 'handed_on', 'raised'] as const;
export type Why = (typeof WHYS)[number];

/** Why it may not be the child who said it. new: on a device that the child has not said yes to; contested: two devices say
 * that they are the child's; not_theirs: the child, or two adults, said that the device is not. */
export const DOUBTS = ['new', 'contested', 'not_theirs'] as const;
export type Doubt = (typeof DOUBTS)[number];

const TO_A_WISH = ['yes', 'partly', 'no', 'not_now', 'not_mine'] as const;
/** What was found about a complaint. */
const FINDINGS = ['upheld', 'partly_upheld', 'not_upheld'] as const;
export const ANSWERS = [...TO_A_WISH, ...FINDINGS] as const;
export type Answer = (typeof ANSWERS)[number];

/** A note and what a child tells of themselves ask for nothing: they are read. */
export const isOnlyRead = (kind: ItemKind): boolean => kind === 'note' || kind === 'about_me';

const TO_A_COMPLAINT = [...FINDINGS, 'not_mine'] as const;

/** How one of this kind can be answered. */
export const answersTo = (kind: ItemKind): readonly Answer[] => (kind === 'complaint' ? TO_A_COMPLAINT : TO_A_WISH);

/** What a complaint ends in, unless the child takes it back. */
export type Finding = (typeof TO_A_COMPLAINT)[number];

const DOES = ['yes', 'partly', 'upheld', 'partly_upheld'] as const;
const ENDS = ['no', 'not_upheld'] as const;

/** It says what will happen. */
export const needsWillHappen = (answer: Answer): boolean => DOES.some((one) => one === answer);

/** It may say what will happen: a no says what there is instead. */
export const takesWillHappen = (answer: Answer): boolean =>
	needsWillHappen(answer) || ENDS.some((one) => one === answer);

/** It says a day: by when it is done, or when the child hears more. */
export const needsDay = (answer: Answer): boolean => !ENDS.some((one) => one === answer);

/** Somebody else decides it: it says whom I asked, and on which day. */
export const needsAsked = (answer: Answer | null): boolean => answer === 'not_mine';

export const HELPED = ['yes', 'a_bit', 'no'] as const;
export type Helped = (typeof HELPED)[number];

/** What can happen to an item. @internal */
export const ITEM_EVENTS = [
	...(['opened', 'planned', 'unplanned', 'answered', 'helped', 'reopened', 'taken_back'] as const),
	...(['changed', 'handled', 'let_in', 'given', 'taken_from', 'raised', 'disowned'] as const)
] as const;
export type ItemEventKind = (typeof ITEM_EVENTS)[number];
