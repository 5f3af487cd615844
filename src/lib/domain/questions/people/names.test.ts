import { expect, it } from 'vitest';
import { mapleAs, person } from '../../testing/maple.ts';
import { nameOf, namesOf } from './names.ts';

const people = [person('robin', 'child'), person('kai', 'child'), person('jo', 'worker')];
const view = mapleAs('robin', { people });

it('somebody of whom this device knows nothing has no name', () => {
	expect(namesOf(view, ['jo', 'stranger'])).toEqual(['jo', '']);
	expect(nameOf(view, 'kai')).toBe('kai');
});
