/** The parts of a life that a review asks about, in the order in which a child is asked. */
export const AREAS = ['home', 'school', 'family', 'health', 'friends', 'money'] as const;
export type Area = (typeof AREAS)[number];

/** How it is there. More than one may be so. */
export const MARKS = ['good', 'not_good', 'want'] as const;
export type Mark = (typeof MARKS)[number];

/** How a child takes part: in all of it, in a bit of it, an adult or an advocate says it, or the page alone. */
export const TAKES_PART = ['come', 'bit', 'adult', 'advocate', 'page'] as const;
export type TakesPart = (typeof TAKES_PART)[number];

/** How it goes in one part of my life. */
export interface Part {
	area: Area;
	marks: Mark[];
	words: string;
}

/** What a child wants said at their review. Each part says something, and each name stands once. */
export interface Meeting {
	parts: Part[];
	there: string[];
	not_there: string[];
	how: TakesPart | null; // null: the child has not said
}
