import type { Id, Person, Time, View } from '../view.ts';
import { whoCouldGetIt } from './who-can-get-it.ts';

/** Who may be asked for a different key worker: everybody but the one it is about. */
export const whoCanBeAsked = (view: View, about: Id, now: Time, picked: readonly Id[] = []): Person[] =>
	whoCouldGetIt(view, now, { about, picked });

/** Who decides it: the manager; where it is about the manager, whoever is above them. */
export function whoDecides(view: View, about: Id, now: Time): Person | null {
	const could = whoCanBeAsked(view, about, now);
	return could.find(({ role }) => role === 'manager') ?? could.find(({ role }) => role !== 'worker') ?? null;
}
