/** What a child says; and a note, which an adult writes down for them. */
export const ITEM_KINDS = ['wish', 'topic', 'complaint', 'request', 'note'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Why somebody may open an item. */
export const WHYS = ['author', 'picked', 'cover', 'handed_on', 'raised'] as const;
export type Why = (typeof WHYS)[number];

/** Why it may not be the child who said it. new: on a device that the child has not said yes to; contested: two devices say
 * that they are the child's; not_theirs: the child, or two adults, said that the device is not. */
export const DOUBTS = ['new', 'contested', 'not_theirs'] as const;
export type Doubt = (typeof DOUBTS)[number];

export const ANSWERS = ['yes', 'partly', 'no', 'not_now', 'not_mine'] as const;
export type Answer = (typeof ANSWERS)[number];

/** It says by which day it is done. */
export const needsDay = (answer: Answer): boolean => answer === 'yes' || answer === 'partly';

/** It may say by which day something happens. */
export const takesDay = (answer: Answer): boolean => answer !== 'no';

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
