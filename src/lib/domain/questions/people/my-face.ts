import { BLANK_FACE, type Face } from '../../face.ts';
import { personOf } from '../../me.ts';
import type { Person, View } from '../../view.ts';

/** What somebody says of themselves, without what the home says of them. */
export const faceIn = (person: Person): Face =>
	Object.fromEntries(Object.entries(person).filter(([field]) => field in BLANK_FACE)) as unknown as Face;

/** What I say of myself. */
export function myFace(view: View): Face {
	const me = personOf(view, view.me);
	return me ? faceIn(me) : BLANK_FACE;
}
