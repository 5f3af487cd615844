import { expect, it } from 'vitest';
import { sieve } from './checks/sieve.ts';
import { EMPTY_VIEW } from './empty-view.ts';
import { myRole } from './me.ts';

it('a view of nobody shows nobody, and is never taken for one that came from a home', () => {
	expect(myRole(EMPTY_VIEW)).toBeUndefined();
	expect(sieve(EMPTY_VIEW)).toBeNull();
});
