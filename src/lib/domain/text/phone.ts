import { shownName } from './names.ts';

/** Digits, brackets, dashes and dots as other keyboards have them, and ours. The database's copy: private.number_to_ring. */
const FROM =
	'٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９＋（）／\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u00b7\u2022';
const TO = '012345678901234567890123456789+()/--------..';
const plain = new Map([...FROM].map((one, at) => [one, TO.charAt(at)]));

/**
 * What is rung when somebody writes a number as people do: `(01452) 426565` gives `01452 426565`, `+44 (0)20 7946 0958` gives
 * `+44 20 7946 0958`. Null where it is not clear which number that is: two in one, letters, an area code left out.
 */
export function numberToRing(typed: string): string | null {
	const number = [...shownName(typed)]
		.map((one) => plain.get(one) ?? one)
		.join('')
		.replace(/^[Tt][Ee][Ll][.:]? ?/, '')
		.replace(/^([+(0][0-9() -]{1,9})\/ ?(?=[0-9][0-9 .-]{4,}$)/, '$1 ') // after the area code; elsewhere it parts two numbers
		.replace(/^((\+|00)[0-9]{1,3}) ?\(0\)/, '$1 ') // the nought that is left out after the country
		.replace(/[() .-]+/g, ' ')
		.replace(/^ | $/g, '')
		.replace(/^(\+ ?|00 ?(?=[1-9]))/, '+')
		.replace(/^\+44 ?0 ?/, '+44 ');
	return isRung(number) ? number : null;
}

/** A number of the country (eight digits: 0800 1111), of another one, or a short one (999, 116 123). */
const isRung = (number: string): boolean =>
	/^(\+[1-9][0-9]{6,14}|0[0-9]{7,10}|[1-9][0-9]{2,5})$/.test(number.replaceAll(' ', ''));
