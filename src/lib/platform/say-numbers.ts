/** Helplines that look like an amount, wherever they stand by themselves. */
const SHORT = '999|112|111|101|116 ?\\d{3}';
/** A British number, in groups or not; and five figures or more in one: no year, day or time is that long. */
const LONG = '(?:\\+44|0\\d{2,4})(?: ?\\d{2,6}){1,4}|\\d{5,}';
const NUMBER = new RegExp(`(?<![\\d.,:/–-])(?:${LONG}|${SHORT})(?!\\d|[.,:/–-]\\d)`, 'g');

/** Telephone numbers in a text figure by figure. Days, times and amounts stay as they are. */
export const sayNumbers = (text: string): string => text.replace(NUMBER, spell);

/** All figures one by one, where it is known that they are a number to ring. */
export const sayFigures = (text: string): string => text.replace(/\d+(?: \d+)*/g, spell);

/** Sign by sign, with a rest between the groups: "0800 1111" is "0 8 0 0, 1 1 1 1". */
export const spell = (text: string): string =>
	(text.match(/\S+/g) ?? []).map((group) => [...group].join(' ')).join(', ');
