/** What a child may tell of themselves, in the order in which they are asked: three things, what helps when they are upset,
 * what not to do, and how they talk. */
export const ABOUT_PARTS = ['one', 'two', 'three', 'helps', 'not', 'talk'] as const;
export type AboutPart = (typeof ABOUT_PARTS)[number];

/** One of them: a picture or words, or both. */
export interface Told {
	part: AboutPart;
	symbol: string | null;
	words: string;
}

/** Each part stands once, and says something. */
export interface AboutMe {
	parts: Told[];
}
