import { isDay, isTime } from '../time/days.ts';

/** Whether something that came from outside is what it should be. */
export type Is = (value: unknown) => boolean;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FIVE_YEARS = 1826 * 86_400_000; // milliseconds
const MOST_IDS = 1000;
const MOST_NAMES = 20;
const COUNT_LIMIT = 1_000_000;

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isBoolean: Is = (value) => typeof value === 'boolean';
export const isCount: Is = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < COUNT_LIMIT;
export const isDayText: Is = (value) => isText(value) && isDay(value);
export const isTimeText: Is = (value) => isText(value) && isTime(value);

export const orNull =
	(is: Is): Is =>
	(value) =>
		value === null || is(value);
/** What an older app did not keep. */
export const ifKept =
	(is: Is): Is =>
	(value) =>
		value === undefined || is(value);
export const oneOf =
	(...values: readonly unknown[]): Is =>
	(value) =>
		values.includes(value);
export const listOf =
	(is: Is): Is =>
	(value) =>
		Array.isArray(value) && value.every(is);

/** What the database names a thing by. What came in a view need not be one of our making. */
export const isName: Is = (value) => isText(value) && value !== '';
export const names = listOf(isName);
export const textOrNone = orNull(isText);
export const dayOrNone = orNull(isDayText);

/** Every field that a type has, and what may be in it. */
export type Fields<T> = { [K in keyof T]-?: Is };

/** An object with these fields. More of them do no harm: a newer database may have some. */
export const withFields =
	(fields: Readonly<Record<string, Is>>): Is =>
	(value) =>
		isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]));

const isId: Is = (value) => isText(value) && ID.test(value);
const isNear = (moment: string, now: number): boolean => Math.abs(Date.parse(moment) - now) <= FIVE_YEARS;

/** A text where a text is meant, and no more than these two fields. */
const isThing: Is = (value) =>
	withFields({ words: isText, symbol: orNull(isText) })(value) && isObject(value) && Object.keys(value).length === 2;

export type Kind =
	'id' | 'ids' | 'text' | 'boolean' | 'number' | 'day' | 'time' | 'things' | 'object' | 'lines' | 'names';

/**
 * What an argument of a call may be: the same as the database's private.is_a. A day or a time is no further than five years
 * from now: what waited here for months still goes, and no screen has to draw the year 5874897.
 */
export const KINDS: Readonly<Record<Kind, (value: unknown, now: number) => boolean>> = {
	id: isId,
	ids: (value) => Array.isArray(value) && value.length <= MOST_IDS && value.every(isId),
	text: isText,
	boolean: isBoolean,
	number: isCount,
	day: (value, now) => isText(value) && isDay(value) && isNear(`${value}T00:00:00Z`, now),
	time: (value, now) => isText(value) && isTime(value) && isNear(value, now),
	things: listOf(isThing),
	object: isObject,
	lines: Array.isArray,
	names: (value) => Array.isArray(value) && value.length <= MOST_NAMES && value.every(isName)
};

/** These fields, and no others. */
export function hasOnly(value: Record<string, unknown>, ...fields: string[]): boolean {
	return Object.keys(value).length === fields.length && fields.every((one) => Object.hasOwn(value, one));
}

export function isEachOnce(list: readonly unknown[]): boolean {
	return new Set(list).size === list.length;
}

const SYMBOL = /^[a-z_]{1,30}$/;

export const isSymbolName = (value: unknown): value is string => isText(value) && SYMBOL.test(value);
