import { personOf } from '../../me.ts';
import type { Id } from '../../item.ts';
import type { View } from '../../view.ts';

export const nameOf = (view: View, id: Id): string => personOf(view, id)?.name ?? '';

export const namesOf = (view: View, ids: readonly Id[]): string[] => ids.map((id) => nameOf(view, id));

/** What I am called, and the face that I picked. */
export function nameOfMe(view: View): { name: string; picture: string | null } {
	const me = personOf(view, view.me);
	return { name: me?.name ?? '', picture: me?.picture ?? null };
}
