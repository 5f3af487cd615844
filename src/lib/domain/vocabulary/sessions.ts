/** How a time together is spent. */
export const HOWS = ['talk', 'walk', 'drive', 'activity'] as const;
export type How = (typeof HOWS)[number];

/** What a time together is for. One may be for more than one, or for none that is named here. */
export const AIMS = ['together', 'progress', 'issue', 'review', 'court', 'future', 'past', 'settling'] as const;
export type Aim = (typeof AIMS)[number];

/** What to do together, as the child says it. */
export interface Activity {
	symbol: string | null;
	words: string | null;
}

/** When in the day a child would rather meet. */
export const DAY_PARTS = ['morning', 'midday', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** How it ended, as the child says. */
export const ENDINGS = ['good', 'ok', 'hard'] as const;
export type Ended = (typeof ENDINGS)[number];

export const SESSION_STATES = ['planned', 'cancelled', 'recorded'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** What can happen to a session. @internal */
export const SESSION_EVENTS = [
	...(['planned', 'changed', 'cancelled', 'how_picked'] as const),
	...(['other_time_asked', 'not_today', 'recorded', 'tapped'] as const)
] as const;
export type SessionEventKind = (typeof SESSION_EVENTS)[number];
