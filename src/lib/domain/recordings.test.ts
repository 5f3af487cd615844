import { expect, it } from 'vitest';
import { mayRecord } from './recordings.ts';

it('something may be said aloud unless the home turned that off', () => {
	expect([{}, { recordings: true }, { recordings: false }].map(mayRecord)).toEqual([true, true, false]);
});
