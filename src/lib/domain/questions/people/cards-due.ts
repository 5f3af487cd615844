import { isWorker } from '../../abilities.ts';
import type { Card, Person, View } from '../../view.ts';
import type { Time } from '../../item.ts';
import { cardOf } from './cards.ts';
import { childrenOf } from './key-workers.ts';
import { daysSince } from '../items/late.ts';
import { adultsAtWork } from './people.ts';

/** After so many days a card is due to be looked at again: people and shifts change. */
const OLD = 180;

export const isOldCard = (card: Card, now: Time): boolean => daysSince(card.at, now) > OLD;

/** Whoever works with children, and has no card or an old one (`card`). */
export function cardsDue(view: View, now: Time): { person: Person; card: Card | null }[] {
	return adultsAtWork(view)
		.filter((person) => isWorker(person.role) || childrenOf(view, person.id, now).length > 0)
		.map((person) => ({ person, card: cardOf(view, person.id) }))
		.filter(({ card }) => card === null || isOldCard(card, now));
}
