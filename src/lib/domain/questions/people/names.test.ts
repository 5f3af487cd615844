import { expect, it } from 'vitest';
import { mapleAs, person } from '../../testing/maple.ts';
import { BLANK_FACE } from '../../checks/shapes.ts';
import { nameOf, myFace, namesOf } from './names.ts';

const people = [person('robin', 'child', { picture: 'bird' }), person('kai', 'child'), person('jo', 'worker')];
const view = mapleAs('robin', { people });

it('somebody of whom this device knows nothing has no name', () => {
	expect(namesOf(view, ['jo', 'stranger'])).toEqual(['jo', '']);
	expect(nameOf(view, 'kai')).toBe('kai');
	expect(myFace(view)).toEqual({ name: 'robin', picture: 'bird', pronouns: '' });
	expect(myFace(mapleAs('stranger'))).toEqual(BLANK_FACE);
});
