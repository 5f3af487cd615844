import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { localDay } from '$lib/domain/time/days.ts';
import { AIMS, type Aim } from '$lib/domain/vocabulary/sessions.ts';
import { isName, isText, listOf, names, oneOf, orNull } from '$lib/domain/checks/kinds.ts';
import { currentPlan } from '$lib/domain/questions/time/sessions.ts';
import type { DraftKey } from '$lib/client/view-state.ts';
import type { How, Session } from '$lib/domain/view.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';
import { clockAt, timeAt } from '$lib/domain/time/home-time.ts';

export interface Drafted {
	id: Id; // the session's, if it is a new one
	event: Id;
	day: string;
	clock: string;
	place: string;
	how: How | null;
	purpose: string;
	aims: Aim[];
	include: Id[]; // what goes into a plan that is not shared yet
}

const restore = byField<Drafted>({
	id: isName,
	event: isName,
	day: isText,
	clock: isText,
	place: isText,
	how: orNull(oneOf('talk', 'walk', 'drive', 'activity')),
	purpose: isText,
	aims: listOf(oneOf(...AIMS)),
	include: names
});

/** What became of a time a moment ago. */
export type Done = 'shared' | 'cancelled';

export type Missing = 'day' | 'time' | 'noSuchTime' | 'past' | 'future' | 'place' | 'how';

/** A time with a child that is being planned, or changed. */
export class PlanDraft {
	readonly child: Id;
	readonly session: Session | null;
	readonly unplanned: boolean = false;
	readonly begun: Draft<Drafted>;
	#zone: string;

	constructor(child: Id, session: Session | null, zone: string, key: DraftKey = `plan/${session?.id ?? child}`) {
		this.child = child;
		this.session = session;
		this.#zone = zone;
		this.begun = new Draft(key, () => this.fresh(), restore);
	}

	get starts_at(): Time | null {
		const { day, clock } = this.begun.now;
		return timeAt(day, clock, this.#zone);
	}

	/** What is not ready yet, in the order of the form. */
	missing(now: Date): Missing[] {
		const { day, clock, place, how } = this.begun.now;
		const starts = this.starts_at;
		const missing: Missing[] = [];
		if (day === '') missing.push('day');
		if (clock === '') missing.push('time');
		if (day !== '' && clock !== '' && starts === null) missing.push('noSuchTime');
		if (starts !== null) missing.push(...this.wrongTime(Date.parse(starts) - now.getTime()));
		if (isBlank(place)) missing.push('place');
		if (how === null) missing.push('how');
		return missing;
	}

	/** What stands in the form before anything is written. */
	protected fresh(): Drafted {
		const { session } = this;
		const plan = session ? currentPlan(session) : null;
		return {
			id: newId(),
			event: newId(),
			day: session ? localDay(session.starts_at, this.#zone) : '',
			clock: session ? clockAt(session.starts_at, this.#zone) : '',
			place: plan?.place ?? '',
			how: plan?.how ?? null,
			purpose: plan?.purpose ?? '',
			aims: plan?.aims ?? [],
			include: []
		};
	}

	/** `until`: milliseconds until then. A plan is for later. */
	protected wrongTime(until: number): Missing[] {
		return until < 0 ? ['past'] : [];
	}

	isIn(item: Id): boolean {
		return this.begun.now.include.includes(item);
	}

	/** Puts an item into the plan: at once where the child has the plan already, with the plan where not. */
	async putIn(item: Id): Promise<Problem | null> {
		if (this.session) return app.call('plan_item', { id: newId(), item, session: this.session.id });
		this.begun.now.include = [...this.begun.now.include, item];
		this.begun.keep();
		return null;
	}

	leaveOut(item: Id): void {
		this.begun.now.include = this.begun.now.include.filter((id) => id !== item);
		this.begun.keep();
	}

	/** Shares the plan, or the change. Ask for `missing` first. */
	async share(): Promise<Problem | null> {
		const { id, event, place, how, purpose, aims, include } = this.begun.now;
		const starts_at = this.starts_at;
		if (starts_at === null || how === null) return 'plan_is_whole';
		const plan = {
			starts_at,
			place: tidy(place),
			how,
			purpose: tidy(purpose),
			aims: AIMS.filter((aim) => aims.includes(aim))
		};
		const also = { draft: this.begun.key };
		const { session, child, unplanned } = this;
		const problem = await (session
			? app.call('change_session', { id: event, session: session.id, ...plan }, also)
			: app.call('plan_session', { id, event, child, ...plan, unplanned }, also));
		if (problem !== null && problem !== 'already_there') return problem;
		return session ? null : this.#putAll(include, id);
	}

	/** Into a plan that was just shared. What was answered or taken back meanwhile needs no place in it. */
	async #putAll(items: readonly Id[], session: Id): Promise<Problem | null> {
		for (const item of items) {
			const problem = await app.call('plan_item', { id: newId(), item, session });
			if (problem !== null && problem !== 'item_not_planned') return problem;
		}
		return null;
	}
}
