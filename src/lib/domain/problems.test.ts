import { expect, it } from 'vitest';
import { PROBLEMS } from './problems.ts';

it('a reason to say no has one code', () => {
	expect(PROBLEMS.length).toBeGreaterThan(100);
	expect(new Set(PROBLEMS).size).toBe(PROBLEMS.length);
});
