import { expect, it } from 'vitest';
import { mapleAs, person } from '../../testing/maple.ts';
import { BLANK_FACE } from '../../face.ts';
import { myFace } from './my-face.ts';

it('what I say of myself is that alone, and blank before my home knows me', () => {
	const people = [person('robin', 'child', { picture: 'bird' })];
	expect(myFace(mapleAs('robin', { people }))).toEqual({ name: 'robin', picture: 'bird', pronouns: '' });
	expect(myFace(mapleAs('stranger'))).toEqual(BLANK_FACE);
});
