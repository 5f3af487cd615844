import { expect, it } from 'vitest';
import { mapleAs, NOW, person } from '../testing/maple.ts';
import { whoCanBeAsked, whoDecides } from './another-key-worker.ts';

it('the manager is proposed, and everybody can be asked but the key worker it is about', () => {
	const view = mapleAs('robin');
	expect(whoDecides(view, 'sam', NOW)?.id).toBe('pat');
	expect(whoCanBeAsked(view, 'sam', NOW).map(({ id }) => id)).toEqual(['jo', 'lou', 'pat', 'morgan']);
});

it('where the key worker is the manager, whoever is above them is proposed', () => {
	expect(whoDecides(mapleAs('robin'), 'pat', NOW)?.id).toBe('morgan');
	const people = [person('pat', 'manager'), person('sam', 'worker'), person('robin', 'child')];
	expect(whoDecides(mapleAs('robin', { people }), 'pat', NOW)).toBeNull();
});
