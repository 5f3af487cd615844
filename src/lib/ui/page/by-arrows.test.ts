import { describe, expect, it } from 'vitest';
import { nextByArrow } from './by-arrows.ts';

/** Three in a row, and one that is as wide as the board. */
const places = [0, 1, 2, 3, 4, 5].map((at) => {
	const top = Math.floor(at / 3) * 100;
	return { left: (at % 3) * 100, top, bottom: top + 90 };
});
const wide = { left: 0, top: 200, bottom: 290 };
const go = (at: number, arrow: Parameters<typeof nextByArrow>[2], isRtl = false) =>
	nextByArrow([...places, wide], at, arrow, isRtl);

describe('the arrow keys on a board', () => {
	it('go along the row, and on to the next row at its end', () => {
		expect([
			go(0, 'ArrowRight'),
			go(2, 'ArrowRight'),
			go(3, 'ArrowLeft'),
			go(0, 'ArrowLeft'),
			go(6, 'ArrowRight')
		]).toEqual([...[1, 3, 2, 0, 6]]);
	});

	it('go the other way where words run from right to left', () => {
		expect([go(1, 'ArrowLeft', true), go(1, 'ArrowRight', true)]).toEqual([2, 0]);
	});

	it('go down and up to what lies nearest in the next row, and no further than there is one', () => {
		expect([
			go(1, 'ArrowDown'),
			go(4, 'ArrowUp'),
			go(5, 'ArrowDown'),
			go(6, 'ArrowUp'),
			go(2, 'ArrowUp'),
			go(6, 'ArrowDown')
		]).toEqual([4, 1, 6, 3, 2, 6]);
	});

	it('go to the first and the last', () => {
		expect([go(4, 'Home'), go(4, 'End')]).toEqual([0, 6]);
	});
});
