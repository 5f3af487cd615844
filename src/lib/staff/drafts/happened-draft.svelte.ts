import type { Id } from '$lib/domain/item.ts';
import type { Session } from '$lib/domain/view.ts';
import { PlanDraft, type Missing } from './plan-draft.svelte.ts';

/** A time with a child that nobody planned, or that is a moment away: when, where and how, and what they talked about. */
export class HappenedDraft extends PlanDraft {
	constructor(child: Id, zone: string) {
		super(child, null, zone, `happened/${child}`);
	}

	protected override wrongTime(until: number): Missing[] {
		return until > 0 ? ['future'] : [];
	}

	/** As the record names it, before it is shared. */
	unplanned(me: Id): Session {
		const { id } = this.begun.now;
		return { id, child_id: this.child, with_id: me, starts_at: this.starts_at ?? '', state: 'planned', events: [] };
	}
}
