import { expect, it } from 'vitest';
import { numberToRing } from './phone.ts';
import { NUMBERS } from '../testing/numbers.ts';

it.each(NUMBERS)('%s rings %s', (typed, rung) => {
	expect(numberToRing(typed)).toBe(rung);
	if (rung !== null) expect(numberToRing(rung)).toBe(rung);
});
