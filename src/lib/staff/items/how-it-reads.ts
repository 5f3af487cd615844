/** A word that adults in care use among themselves, and what a child would say. */
interface HardWord {
	word: string;
	plainer: string;
}

/** How words read for a child: the first sentence that is too long, and the hard words, in the order of the text. */
export interface Reads {
	long: string | null;
	hard: HardWord[];
}

/** Most words in a sentence before it is called long. Easy Read asks for 10 to 15. */
const LONG_SENTENCE = 15;

// The words of adults on the left, from the glossary of the children's guide; English only, as the list is.
const PLAINER: Record<string, string> = {
	placement: 'home',
	placed: 'living here',
	siblings: 'brothers and sisters',
	sibling: 'brother or sister',
	contact: 'family time',
	lac: 'your review',
	cla: 'in care',
	iro: 'the person who runs your review',
	pep: 'your school plan',
	ehcp: 'your extra help plan',
	respite: 'a break',
	absconded: 'ran away',
	absconding: 'running away',
	unit: 'home',
	facility: 'home',
	appropriate: 'right',
	inappropriate: 'not OK',
	behaviour: 'what you did',
	behaviours: 'what you did',
	regarding: 'about',
	facilitate: 'help with',
	professionals: 'adults who work with you',
	safeguarding: 'keeping you safe',
	authority: 'council',
	commence: 'start',
	discuss: 'talk about',
	discussed: 'talked about',
	ensure: 'make sure',
	implement: 'do',
	review: 'your meeting',
	consequences: 'what happens next',
	engage: 'join in',
	engaged: 'joined in',
	identified: 'found',
	prior: 'before',
	sufficient: 'enough',
	therefore: 'so',
	utilise: 'use',
	outcome: 'what came of it',
	outcomes: 'what came of it'
};

/** Looks at words that a child will read. It advises; it never stops anybody from sending. */
export function howItReads(text: string): Reads {
	const sentences = text.split(/[.!?…؟。]+\s|\n+/u).map((sentence) => sentence.trim());
	const long = sentences.find((sentence) => wordsIn(sentence).length > LONG_SENTENCE) ?? null;
	const found = new Set(wordsIn(text).map((word) => word.toLocaleLowerCase('en')));
	const hard = [...found].flatMap((word) => {
		const plainer = Object.hasOwn(PLAINER, word) ? PLAINER[word] : undefined;
		return plainer === undefined ? [] : [{ word, plainer }];
	});
	return { long, hard };
}

/** Whether there is nothing to say about it. */
export const readsEasily = ({ long, hard }: Reads): boolean => long === null && hard.length === 0;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
