import { personOf } from '../me.ts';
import type { View } from '../view.ts';

/** What I am called, and the face that I picked. */
export function nameOfMe(view: View): { name: string; picture: string | null } {
	const me = personOf(view, view.me);
	return { name: me?.name ?? '', picture: me?.picture ?? null };
}
