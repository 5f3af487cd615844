import { isBlank, lengthOf, tidy } from './text/words.ts';
import { ABOUT_PARTS, type AboutMe, type AboutPart, type Told } from './vocabulary/about-me.ts';
import { LIMITS } from './vocabulary/limits.ts';

/** What was told in one part, if anything was. */
export const toldOf = ({ parts }: AboutMe, part: AboutPart): Told =>
	parts.find((one) => one.part === part) ?? { part, symbol: null, words: '' };

/** The same with something else told in that part. */
export function withTold(about: AboutMe, part: AboutPart, change: Partial<Omit<Told, 'part'>>): AboutMe {
	const told = { ...toldOf(about, part), ...change };
	const parts = ABOUT_PARTS.map((one) => (one === part ? told : toldOf(about, one)));
	return { parts: parts.filter(saysSomething) };
}

/** The parts that say too much, so that the child can be led to the first. */
export const tooLongAbout = ({ parts }: AboutMe): AboutPart[] =>
	parts.filter(({ words }) => lengthOf(words) > LIMITS.part).map(({ part }) => part);

/** As it is sent. */
export const tidyAbout = ({ parts }: AboutMe): AboutMe => ({
	parts: parts.map((one) => ({ ...one, words: tidy(one.words) })).filter(saysSomething)
});

const saysSomething = ({ symbol, words }: Told): boolean => symbol !== null || !isBlank(words);
