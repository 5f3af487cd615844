import { BLANK_FACE, FACE } from '../../checks/shapes.ts';
import { personOf } from '../../me.ts';
import type { Id } from '../../item.ts';
import type { Face, Person, View } from '../../view.ts';

export const nameOf = (view: View, id: Id): string => personOf(view, id)?.name ?? '';

export const namesOf = (view: View, ids: readonly Id[]): string[] => ids.map((id) => nameOf(view, id));

/** What somebody says of themselves, without what the home says of them. */
export const faceIn = (person: Person): Face =>
	Object.fromEntries(Object.entries(person).filter(([field]) => field in FACE)) as unknown as Face;

/** What I say of myself. */
export function myFace(view: View): Face {
	const me = personOf(view, view.me);
	return me ? faceIn(me) : BLANK_FACE;
}
