import { describe, expect, it } from 'vitest';
import { isProblem, PROBLEMS } from './problems.ts';

describe('a reason to say no', () => {
	it('has one code', () => {
		expect(new Set(PROBLEMS).size).toBe(PROBLEMS.length);
	});

	it('may come from a newer database, and is then not known here', () => {
		expect(isProblem('no_readers')).toBe(true);
		expect(isProblem('something_new')).toBe(false);
	});
});
