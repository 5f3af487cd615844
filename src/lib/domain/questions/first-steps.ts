import { isWorker } from '../abilities.ts';
import { isHere } from '../me.ts';
import { needsCard } from './people/cards.ts';
import { keyWorkersOf } from './people/key-workers.ts';
import { childrenHere } from './people/people.ts';
import { sectionInForce } from './sections.ts';
import { aboveReads } from './devices/device-standing.ts';
import { LEGAL_SECTIONS } from '../vocabulary/sections.ts';
import { type Time } from '../item.ts';
import { type View } from '../view.ts';

export interface Step {
	name: 'responsible' | 'workers' | 'children' | 'keyWorkers' | 'codes' | 'guide' | 'card';
	href: string;
	done: boolean;
}

/** What a new home needs before the first child can be heard in it, and what of that is done. */
export function stepsOf(view: View, now: Time): Step[] {
	const here = view.people.filter(isHere);
	const children = childrenHere(view);
	const alone = children.filter(({ id }) => keyWorkersOf(view, id, now).length === 0);
	return [
		{ name: 'responsible', href: '/home/people', done: aboveReads(view) },
		{ name: 'workers', href: '/home/people', done: here.some(({ role }) => isWorker(role)) },
		{ name: 'children', href: '/home/people', done: children.length > 0 },
		{ name: 'keyWorkers', href: '/home/key-workers', done: children.length > 0 && alone.length === 0 },
		{ name: 'codes', href: '/home/codes', done: here.length > 1 && here.every(({ joined }) => joined) },
		{ name: 'guide', href: '/home/guide', done: LEGAL_SECTIONS.every((key) => sectionInForce(view, key) !== null) },
		{ name: 'card', href: '/work/card', done: !needsCard(view) }
	];
}
