export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** The things for which a home may have words of its own (law 13). */
export const LABELS = ['key_worker', 'session', 'wish', 'child'] as const;
export type Label = (typeof LABELS)[number];

/** A child's two key workers stand in these places. */
export const PLACES = [1, 2] as const;
