import { expect, it } from 'vitest';
import contacts from '../../content/contacts.json';
import { sayFigures, sayNumbers, spell } from './say-numbers.ts';

it.each([
	['Ring 999.', 'Ring 9 9 9.'],
	['Ring Childline on 0800 1111', 'Ring Childline on 0 8 0 0, 1 1 1 1'],
	['اتصل على 0800 1111، الآن', 'اتصل على 0 8 0 0, 1 1 1 1، الآن'],
	['Ffonia 116 123', 'Ffonia 1 1 6, 1 2 3'],
	['07700 900123', '0 7 7 0 0, 9 0 0 1 2 3'],
	['+44 20 7946 0000', '+ 4 4, 2 0, 7 9 4 6, 0 0 0 0'],
	['Text SHOUT to 85258', 'Text SHOUT to 8 5 2 5 8']
])('a number to ring is read figure by figure: %s', (text, said) => {
	expect(sayNumbers(text)).toBe(said);
});

it.each([
	'12 children, 2026, 1999',
	'Tuesday 1 December 2026 at 4:10',
	'01/02/2026, 10.999 or 2-111',
	'£101.50',
	'9990 and 10 11 12'
])('days, times and amounts stay as they are: %s', (text) => {
	expect(sayNumbers(text)).toBe(text);
});

it('every number of the guide is known by sight, also where it stands in a sentence', () => {
	const numbers = contacts.flatMap(
		({ phone, text }: { phone?: string; text?: { to: string } }) => phone ?? text?.to ?? []
	);
	expect(numbers.length).toBeGreaterThan(10);
	for (const number of numbers) expect(sayNumbers(`Ring ${number} now.`)).toBe(`Ring ${spell(number)} now.`);
});

it('whatever is known to be a number to ring is read so', () => {
	expect(sayFigures('Ring the office: 12')).toBe('Ring the office: 1 2');
	expect(sayFigures('Ring NHS 111: 111')).toBe('Ring NHS 1 1 1: 1 1 1');
	expect(sayFigures('Ring 01234 5678')).toBe('Ring 0 1 2 3 4, 5 6 7 8');
});

it('a code is read letter by letter', () => {
	expect(spell('ABCD  E2GH')).toBe('A B C D, E 2 G H');
});
