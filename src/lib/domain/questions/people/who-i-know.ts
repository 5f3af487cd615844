import { can } from '../../abilities.ts';
import { awayUntil } from './cover.ts';
import { cardsFor } from './key-workers.ts';
import { whoRunsHome } from './people.ts';
import type { Person, View } from '../../view.ts';
import type { Time } from '../../item.ts';

/** Somebody to go to, by what they are to me. */
export interface Known {
	person: Person;
	job: 'key_worker' | 'worker' | 'manager';
	/** When they say that they are here, in their words. */
	here: string;
	/** here: as far as anybody knows. */
	presence: { state: 'here' | 'not_at_work' } | { state: 'away'; until: Time };
}

/** Those who look out for me: key workers, who covers for them, the manager. Whoever is not here comes last, and it says so. */
export function whoIKnow(view: View, now: Time): Known[] {
	const mine = cardsFor(view, view.me, now);
	const covers = mine.flatMap(({ cover }) => (cover ? [cover] : []));
	const people = [
		...new Map([...mine.map(({ person }) => person), ...covers, ...whoRunsHome(view)].map((one) => [one.id, one]))
	];
	const known = people.map(([id, person]): Known => {
		const meeting = mine.find((one) => one.person.id === id);
		const job = meeting ? 'key_worker' : can(person.role, 'run_home') ? 'manager' : 'worker';
		return { person, job, here: meeting?.card?.here ?? '', presence: presenceOf(view, person, now) };
	});
	const isHere = ({ presence }: Known): boolean => presence.state === 'here';
	return [...known.filter(isHere), ...known.filter((one) => !isHere(one))];
}

function presenceOf(view: View, { id, at_work }: Person, now: Time): Known['presence'] {
	const until = awayUntil(view, id, now);
	if (!at_work) return { state: 'not_at_work' };
	return until === null ? { state: 'here' } : { state: 'away', until };
}
