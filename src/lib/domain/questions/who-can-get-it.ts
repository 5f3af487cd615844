import { whoCanGet, type Subject } from '../addressees.ts';
import { personOf } from '../me.ts';
import { keyWorkersOf } from './of-view.ts';
import type { Id, Person, Time, View } from '../view.ts';

export const nameOf = (view: View, id: Id): string => personOf(view, id)?.name ?? '';

export const namesOf = (view: View, ids: readonly Id[]): string[] => ids.map((id) => nameOf(view, id));

/** My key workers of now, the first place first. */
export const myKeyWorkers = (view: View, now: Time): Id[] =>
	keyWorkersOf(view, view.me, now).map(({ worker_id }) => worker_id);

/** Everybody whom a child may tell something, key workers first; and whoever was picked before. */
export function whoCouldGetIt(view: View, now: Time, subject: Omit<Subject, 'child'> = {}): Person[] {
	const mine = myKeyWorkers(view, now);
	const staff = whoCanGet(view, { child: view.me, ...subject }, now);
	const place = ({ id, role }: Person): number =>
		mine.includes(id) ? mine.indexOf(id) : { worker: 10, manager: 20, responsible_individual: 30, child: 40 }[role];
	return staff.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}

/** These people in the order in which the child knows them. Whoever left comes last. */
export function inHomeOrder(view: View, ids: readonly Id[], now: Time): Id[] {
	const known = whoCouldGetIt(view, now, { picked: ids }).map(({ id }) => id);
	const place = (id: Id): number => (known.includes(id) ? known.indexOf(id) : known.length);
	return [...ids].sort((a, b) => place(a) - place(b));
}
