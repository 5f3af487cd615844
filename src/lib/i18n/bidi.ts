import { dirOf, type Lang } from './languages.ts';

const OPENS = '\u2066\u2067\u2068';
const ENDS = '\u2069';
const TURNS = /[\u202a-\u202e]/g;
const RIGHT_TO_LEFT =
	/[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;

/**
 * What somebody wrote, so that it cannot turn the sentence round that it stands in: kept apart by U+2068 and U+2069, without
 * characters that turn what follows, and with as many ends as beginnings. What runs the language's own way stays as it is.
 */
export function isolated(value: string, lang: Lang): string {
	const turns = dirOf(lang) === 'rtl' ? LETTER.test(value) : RIGHT_TO_LEFT.test(value);
	return turns || /[\u202a-\u202e\u2066-\u2069]/.test(value)
		? `\u2068${balanced(value.replace(TURNS, ''))}${ENDS}`
		: value;
}

function balanced(value: string): string {
	let open = 0;
	let kept = '';
	for (const one of value) {
		if (one === ENDS && open === 0) continue;
		if (OPENS.includes(one)) open++;
		if (one === ENDS) open--;
		kept += one;
	}
	return kept + ENDS.repeat(open);
}
