import { expect, it } from 'vitest';
import { sieve } from './checks/sieve.ts';
import { NOTHING } from './empty-view.ts';
import { myRole } from './me.ts';

it('a view of nobody shows nobody, and is never taken for one that came from a home', () => {
	expect(myRole(NOTHING)).toBeUndefined();
	expect(sieve(NOTHING)).toBeNull();
});
