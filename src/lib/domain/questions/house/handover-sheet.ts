import { personOf } from '../../me.ts';
import { localDay } from '../../time/days.ts';
import { instant } from '../../time/instants.ts';
import type { HandoverLine } from '../../house.ts';
import type { Time } from '../../item.ts';
import type { Away, Person, View } from '../../view.ts';
import { daysSince } from '../items/late.ts';
import { awayNow } from '../people/absences.ts';
import { awayUntil } from '../people/cover.ts';
import { adultsAtWork } from '../people/people.ts';
import { isOverdue } from '../time/promises.ts';
import { workersToday, type WorkerToday } from '../people/worker-today.ts';
import { can } from '../../abilities.ts';

/** A child's line on the sheet. Promises by adult: whose are late, and whose are due today. */
export interface SheetLine {
	child: Person;
	line: HandoverLine;
	workers: WorkerToday[];
	days: number | null; // since when the oldest thing waits; null: nothing does
	late: boolean;
	promisesLate: HandoverLine['promises'];
	promisesDue: HandoverLine['promises'];
}

/** The handover of the whole house, by name: the same for everybody who prints it. */
export function sheetLines(view: View, now: Time): SheetLine[] {
	const today = localDay(now, view.home.time_zone);
	const lines = view.handover.flatMap((line) => {
		const child = personOf(view, line.child_id);
		if (!child) return [];
		return [
			{
				...{
					child,
					line,
					workers: workersToday(view, child.id, now),
					days: line.since === null ? null : daysSince(line.since, now)
				},
				late: line.late_from !== null && instant(now) > instant(line.late_from),
				promisesLate: line.promises.filter((promise) => isOverdue(promise, today)),
				promisesDue: line.promises.filter(({ due }) => due === today)
			}
		];
	});
	return lines.sort((a, b) => a.child.name.localeCompare(b.child.name));
}

/** Adults who work in the home: who is not away now, and who is, until when and who covers. */
export function adultsOfSheet(view: View, now: Time): { here: Person[]; away: Away[] } {
	const adults = adultsAtWork(view).filter(({ role }) => can(role, 'hand_over'));
	return {
		here: adults.filter(({ id }) => awayUntil(view, id, now) === null),
		away: adults.flatMap(({ id }) => awayNow(view, id, now) ?? [])
	};
}

/** The sheet in a few numbers: of children and of promises, never of what waits. */
export const sheetCounts = (lines: readonly SheetLine[]) => ({
	late: lines.filter(({ late }) => late).length,
	noNext: lines.filter(({ line }) => line.next_at === null).length,
	promisesLate: lines.reduce((all, { promisesLate }) => all + promisesLate.length, 0),
	promisesDue: lines.reduce((all, { promisesDue }) => all + promisesDue.length, 0)
});
