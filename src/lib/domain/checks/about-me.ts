import { LIMITS } from '../vocabulary/limits.ts';
import { ABOUT_PARTS, type AboutMe, type Told } from '../vocabulary/about-me.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { hasOnly, isEachOnce, isObject, isSymbolName, isText, oneOf } from './kinds.ts';

const isTold = (value: unknown): value is Told =>
	isObject(value) &&
	hasOnly(value, 'part', 'symbol', 'words') &&
	oneOf(...ABOUT_PARTS)(value['part']) &&
	(value['symbol'] === null || isSymbolName(value['symbol'])) &&
	isText(value['words']);

const saysSomething = ({ symbol, words }: Told): boolean =>
	lengthOf(words) <= LIMITS.part && (symbol !== null || !isBlank(words));

/** Whether what a child tells of themselves can be kept: the same as the database's private.is_about_me. */
export function isAboutMe(value: unknown): value is AboutMe {
	if (!isObject(value) || !hasOnly(value, 'parts')) return false;
	const { parts } = value;
	if (!Array.isArray(parts) || !parts.every(isTold)) return false;
	return parts.every(saysSomething) && isEachOnce(parts.map(({ part }) => part));
}
