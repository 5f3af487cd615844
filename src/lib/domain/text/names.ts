import { LIMITS } from '../vocabulary/limits.ts';
import { HIDDEN, inside, NEWER, SPACES } from './letters.ts';
import { DROPPED, LOOKALIKES } from './lookalikes.ts';
import { SCRIPTS } from './scripts.ts';
import { isBlank, lengthOf } from './words.ts';

/** Of scripts that join their letters: between two of these, a joiner or its opposite is seen, and is part of how a name is written. */
const JOINED = '0620-0dff 1780-18aa';

const hidden = new RegExp(
	`([${inside(JOINED)}])([\\u200c\\u200d])(?=[${inside(JOINED)}])|[${inside(`${HIDDEN} ${NEWER}`)}]`,
	'gu'
);
const spaces = new RegExp(`[${inside(SPACES)}]+`, 'gu');
const dropped = new RegExp(`[${inside(DROPPED)}]`, 'gu');
const noLetter = new RegExp(`[^${inside(SCRIPTS.join(' '))}]`, 'gu');
const oneScript = new RegExp(`^(${SCRIPTS.map((ranges) => `[${inside(ranges)}]*`).join('|')})$`, 'u');
const alike = new Map(LOOKALIKES);

/** A name as it is kept: without what does not show, one space between words, none at the ends (private.shown_name). */
export const shownName = (name: string): string =>
	name.replace(hidden, '$1$2').replace(spaces, ' ').replace(/^ | $/g, '');

/** Two names that read alike have the same form (private.name_form). It is for comparing, never for a screen. */
export const nameForm = (name: string): string =>
	[...shownName(name).normalize('NFKD').replace(dropped, '')]
		.map((one) => alike.get(one) ?? one)
		.join('')
		.replaceAll('rn', 'm');

/** Whether a name is written in more than one script: a Cyrillic letter among Latin ones is there to deceive (private.is_mixed). @internal */
export const isMixed = (name: string): boolean => !oneScript.test(name.normalize('NFKD').replace(noLetter, ''));

/** Why somebody cannot be called that, whoever else is there. Null: they can. */
export function nameProblem(name: string): 'bad_name' | 'mixed_letters' | 'name_too_long' | null {
	const shown = shownName(name);
	if (isBlank(shown)) return 'bad_name';
	if (isMixed(shown)) return 'mixed_letters';
	return lengthOf(shown) > LIMITS.name ? 'name_too_long' : null;
}
