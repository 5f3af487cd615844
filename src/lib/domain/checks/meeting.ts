import { LIMITS } from '../vocabulary/limits.ts';
import { AREAS, MARKS, TAKES_PART, type Meeting, type Part } from '../vocabulary/meeting.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { hasOnly, isEachOnce, isObject, isText, listOf, oneOf } from './kinds.ts';

const isPart = (value: unknown): value is Part =>
	isObject(value) &&
	hasOnly(value, 'area', 'marks', 'words') &&
	oneOf(...AREAS)(value['area']) &&
	listOf(oneOf(...MARKS))(value['marks']) &&
	isText(value['words']);

const saysSomething = ({ marks, words }: Part): boolean =>
	isEachOnce(marks) && lengthOf(words) <= LIMITS.part && (marks.length > 0 || !isBlank(words));

const areNames = (value: unknown): value is string[] =>
	Array.isArray(value) &&
	value.length <= LIMITS.names &&
	value.every((one) => isText(one) && !isBlank(one) && lengthOf(one) <= LIMITS.name);

/** Whether a page for a review can be kept: the same as the database's private.is_meeting. */
export function isMeeting(value: unknown): value is Meeting {
	if (!isObject(value) || !hasOnly(value, 'parts', 'there', 'not_there', 'how')) return false;
	const { parts, there, not_there, how } = value;
	if (!Array.isArray(parts) || !parts.every(isPart) || !areNames(there) || !areNames(not_there)) return false;
	return (
		parts.every(saysSomething) &&
		isEachOnce(parts.map(({ area }) => area)) &&
		isEachOnce([...there, ...not_there]) &&
		oneOf(...TAKES_PART, null)(how)
	);
}
