import { can, may } from '../abilities.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { compare, instant } from '../time/instants.ts';
import { isChildHere, isStaffHere, personOf } from '../me.ts';
import type { KeyWorker, View } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { firstOf, withChanged, type Rules } from './rule.ts';

/** Who is whose key worker: the manager decides, with a reason when it changes. */
export const KEY_WORKERS: Rules<'set_key_worker' | 'end_key_worker'> = {
	set_key_worker: {
		check: (view, { id, child, worker, place, because }) => {
			const was = view.key_workers.find((one) => isIn(one, child, place));
			const mayBe = isStaffHere(view, worker) && can(personOf(view, worker)?.role, 'be_key_worker');
			const others = view.key_workers.filter((one) => one.child_id === child && one.until === null && one !== was);
			return firstOf(
				[!may(view, 'run_home'), 'not_yours'],
				[!isChildHere(view, child) || !mayBe, 'no_such_person'],
				[was !== undefined && lengthOf(because) > LIMITS.line, 'bad_because'],
				[was !== undefined && isBlank(because), 'change_needs_reason'],
				[view.key_workers.some((one) => one.id === id), 'already_there'],
				[others.some((one) => one.worker_id === worker), 'already_there']
			);
		},
		apply: (view, { args: { id, child, worker, place, because }, at }) => {
			const ended = view.key_workers.map((one) =>
				isIn(one, child, place) ? { ...one, ...endOf(view, one, at, because) } : one
			);
			const now = { id, child_id: child, worker_id: worker, place, from_at: at, until: null, because: null };
			const keys = (one: KeyWorker) => [one.child_id, one.place, instant(one.from_at), one.id];
			return { ...view, key_workers: [...ended, now].sort((a, b) => compare(keys(a), keys(b))) };
		}
	},
	end_key_worker: {
		check: (view, { key_worker, because }) =>
			firstOf(
				[!may(view, 'run_home'), 'not_yours'],
				[isBlank(because), 'change_needs_reason'],
				[!view.key_workers.some((one) => one.id === key_worker && one.until === null), 'no_such_key_worker'],
				[lengthOf(because) > LIMITS.line, 'bad_because']
			),
		apply: (view, { args: { key_worker, because }, at }) => ({
			...view,
			key_workers: withChanged(view.key_workers, key_worker, (one) => endOf(view, one, at, because))
		})
	}
};

/** Why it ended is not shown to the one whom it ended, not even where they wrote it. */
function endOf(view: View, { worker_id }: KeyWorker, until: string, because: string | null) {
	return { until, because: worker_id === view.me ? null : because };
}

function isIn(one: KeyWorker, child: string, place: number): boolean {
	return one.child_id === child && one.place === place && one.until === null;
}
