import type { Draft } from '../../reading/facts.ts';
import { facesToShow } from '../../reading/faces.ts';
import { compare, instant } from '../../time/instants.ts';
import { whoWillSee } from '../../reading/reading.ts';
import type { Id, Reader, Time } from '../../item.ts';
import type { View } from '../../view.ts';

/** People whom something reaches together, if nobody opens or answers it before. */
export interface NextStep {
	ids: Id[];
	at: Time;
}

/** Who sees something if it is sent now, as the child is told it. */
export interface Audience {
	now: Reader[]; // can open it at once: those who were picked, and who covers for them now
	covering: Reader[]; // will cover for them, from a day that is known
	next: NextStep[];
}

/** The faces that are on the screen travel with what is sent: whoever is not among them gets no words without a yes. */
export const withFaces = (view: View | null, draft: Omit<Draft, 'shown'>, now: Time): Draft => ({
	...draft,
	shown: view ? facesToShow(view, draft, now) : []
});

/** Out of the rule: `whoWillSee` says who and when, this says in which sentence they belong. */
export function audienceOf(view: View, draft: Draft, now: Time): Audience {
	const chosen = whoWillSee(view, { ...draft, kind: 'topic' }, now); // a topic never moves: picks and covers only
	const isNow = (reader: Reader): boolean => instant(reader.from_at) <= instant(now);
	const others = whoWillSee(view, draft, now).filter(({ person_id }) => !has(chosen, person_id));
	return {
		now: onePerPerson(chosen.filter(isNow)),
		covering: onePerPerson(chosen.filter((reader) => !isNow(reader) && !has(chosen.filter(isNow), reader.person_id))),
		next: stepsOf(onePerPerson(others))
	};
}

/** The order in which people see their faces: as they were picked, then who covers. */
export function inOrder(readers: Reader[], picked: readonly Id[]): Reader[] {
	const place = ({ person_id }: Reader): number =>
		picked.includes(person_id) ? picked.indexOf(person_id) : picked.length;
	return [...readers].sort((a, b) => compare([place(a), a.person_id], [place(b), b.person_id]));
}

const has = (readers: Reader[], id: Id): boolean => readers.some(({ person_id }) => person_id === id);

/** Somebody may be there for two reasons: the one that lets them in first is the one that counts. */
function onePerPerson(readers: Reader[]): Reader[] {
	const first = new Map<Id, Reader>();
	for (const reader of readers) {
		const known = first.get(reader.person_id);
		if (!known || weight(reader) < weight(known)) first.set(reader.person_id, reader);
	}
	return [...first.values()];
}

const weight = ({ why, from_at }: Reader): number => instant(from_at) + (why === 'cover' ? 1 : 0);

function stepsOf(readers: Reader[]): NextStep[] {
	const steps = new Map<Time, Id[]>();
	for (const { person_id, from_at } of readers) steps.set(from_at, [...(steps.get(from_at) ?? []), person_id]);
	return [...steps].map(([at, ids]) => ({ at, ids })).sort((a, b) => compare([instant(a.at)], [instant(b.at)]));
}
