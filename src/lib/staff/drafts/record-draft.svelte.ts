import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { isName, isText, listOf, withFields, type Fields } from '$lib/domain/checks/kinds.ts';
import type { Day, Id } from '$lib/domain/item.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';

interface Promised {
	id: Id;
	words: string;
	owner: Id;
	due: string;
}
interface Drafted {
	id: Id; // the event's
	talked: string;
	came: string;
	went: string;
	good: string;
	promises: Promised[];
}

const empty = (): Drafted => ({ id: newId(), talked: '', came: '', went: '', good: '', promises: [] });
const restore = byField<Drafted>({
	id: isName,
	talked: isText,
	came: isText,
	went: isText,
	good: isText,
	promises: listOf(withFields({ id: isName, words: isText, owner: isText, due: isText } satisfies Fields<Promised>))
});

export interface Missing {
	what: 'talked' | 'went' | 'good' | 'promiseWords' | 'promiseOwner' | 'promiseDue' | 'promisePast';
	promise?: Id;
	number?: number;
}

/** What came of a time together, as it is being written to the child. */
export class RecordDraft {
	readonly begun: Draft<Drafted>;
	readonly session: Id;
	readonly child: Id;

	constructor(session: Id, child: Id) {
		this.session = session;
		this.child = child;
		this.begun = new Draft(`record/${session}`, empty, restore);
	}

	/** One more promise; by whom and by which day is a first guess. */
	add(owner: Id, due: Day): void {
		this.begun.now.promises.push({ id: newId(), words: '', owner, due });
		this.begun.keep();
	}

	remove(id: Id): void {
		this.begun.now.promises = this.begun.now.promises.filter((one) => one.id !== id);
		this.begun.keep();
	}

	/** What is missing, in the order of the form. What came of it may stay empty. */
	missing(today: Day): Missing[] {
		const { talked, went, good, promises } = this.begun.now;
		const missing: Missing[] = [];
		if (isBlank(talked)) missing.push({ what: 'talked' });
		if (isBlank(went)) missing.push({ what: 'went' });
		promises.forEach(({ id, words, owner, due }, place) => {
			const which = { promise: id, number: place + 1 };
			if (isBlank(words)) missing.push({ what: 'promiseWords', ...which });
			if (owner === '') missing.push({ what: 'promiseOwner', ...which });
			if (due === '') missing.push({ what: 'promiseDue', ...which });
			else if (due < today) missing.push({ what: 'promisePast', ...which });
		});
		if (isBlank(good)) missing.push({ what: 'good' });
		return missing;
	}

	/** Shares what was written, then each promise. Ask for `missing` first. */
	async share(): Promise<Problem | null> {
		const { id, talked, came, went, good, promises } = this.begun.now;
		const written = { talked: tidy(talked), came: tidy(came), went: tidy(went), good: tidy(good) };
		const { session, child } = this;
		// The promises first: the draft goes away with the last call, so nothing is lost between them.
		for (const { id: promise, words, owner, due } of promises) {
			const problem = await app.call('make_promise', { id: promise, child, session, owner, words: tidy(words), due });
			if (problem !== null && problem !== 'already_there') return problem;
		}
		return app.call('record_session', { id, session, ...written }, { draft: this.begun.key });
	}
}
