import { personOf } from '../../me.ts';
import { isStaff } from '../../vocabulary/roles.ts';
import type { Card, View } from '../../view.ts';
import type { Id } from '../../item.ts';

export const cardOf = (view: View, person: Id): Card | null =>
	view.cards.find(({ person_id }) => person_id === person) ?? null;

/** Staff without a card: it is due. */
export function needsCard(view: View, person: Id = view.me): boolean {
	return isStaff(personOf(view, person)?.role) && cardOf(view, person) === null;
}
