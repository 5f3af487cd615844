import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { instant } from '$lib/domain/time/instants.ts';
import { isName, isText } from '$lib/domain/checks/kinds.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';
import { timeAt } from '$lib/domain/time/home-time.ts';

interface Drafted {
	id: Id;
	worker: Id | '';
	fromDay: string;
	fromTime: string;
	untilDay: string;
	untilTime: string;
	cover: Id | '';
}

const restore = byField<Drafted>({
	id: isName,
	worker: isText,
	fromDay: isText,
	fromTime: isText,
	untilDay: isText,
	untilTime: isText,
	cover: isText
});

export type Missing = 'who' | 'from' | 'until' | 'order' | 'past';

/** Being away, as it is being said: who, from when, until when, who covers. */
export class AbsenceForm {
	readonly begun: Draft<Drafted>;
	#zone: string;

	/** `worker`: the one whom it can be about, where there is but one. */
	constructor(worker: Id | '', zone: string, start: { day: string; time: string }) {
		this.#zone = zone;
		const empty = () => ({
			...{ id: newId(), worker, cover: '' },
			...{ fromDay: start.day, fromTime: start.time, untilDay: '', untilTime: '09:00' }
		});
		this.begun = new Draft(`away/${worker || 'anybody'}`, empty, restore);
	}

	get from_at(): Time | null {
		return timeAt(this.begun.now.fromDay, this.begun.now.fromTime, this.#zone);
	}
	get until(): Time | null {
		return timeAt(this.begun.now.untilDay, this.begun.now.untilTime, this.#zone);
	}

	missing(now: Time): Missing[] {
		const { from_at, until } = this;
		const missing: Missing[] = [];
		if (this.begun.now.worker === '') missing.push('who');
		if (from_at === null) missing.push('from');
		if (until === null) missing.push('until');
		if (from_at !== null && until !== null && instant(until) <= instant(from_at)) missing.push('order');
		else if (until !== null && instant(until) <= instant(now)) missing.push('past');
		return missing;
	}

	/** Says it. Ask for `missing` first. */
	async save(me: Id): Promise<Problem | null> {
		const { from_at, until } = this;
		const { id, worker, cover } = this.begun.now;
		if (from_at === null || until === null || worker === '') return 'bad_until';
		const args = { id, from_at, until, cover: cover === '' ? null : cover, ...(worker !== me && { worker }) };
		return app.call('set_away', args, { draft: this.begun.key });
	}
}
