import type { Id } from '$lib/domain/item.ts';
import type { Session } from '$lib/domain/view.ts';
import { PlanDraft, type Drafted, type Missing } from './plan-draft.svelte.ts';

/** A time with a child that has taken place: nobody planned it, or it came before its time. When, where, how, what about. */
export class HappenedDraft extends PlanDraft {
	override readonly unplanned: boolean;

	constructor(child: Id, session: Session | null, zone: string) {
		super(child, session, zone, `happened/${session?.id ?? child}`);
		this.unplanned = session === null;
	}

	/** The time of a plan is no guess of when they met before it. */
	protected override fresh(): Drafted {
		return { ...super.fresh(), clock: '' };
	}

	protected override wrongTime(until: number): Missing[] {
		return until > 0 ? ['future'] : [];
	}

	/** As the record names it, before it is shared. */
	asSession(me: Id): Session {
		const { id } = this.begun.now;
		const starts_at = this.starts_at ?? '';
		return this.session ?? { id, child_id: this.child, with_id: me, starts_at, state: 'planned', events: [] };
	}
}
