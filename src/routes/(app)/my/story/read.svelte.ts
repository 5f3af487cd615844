import { app } from '$lib/app.svelte';
import type { Id, Item } from '$lib/domain/view';
import { answerOf } from './steps';

const KEY = 'answers/read';

/** Which answers were read on this device. It lies sealed in the drawer and is never sent: nobody learns what was read. */
class ReadAnswers {
	#ids = $state.raw<ReadonlySet<Id>>(new Set());
	#drawer = $state<Id | null>(null);

	/** Asks the open drawer, once. */
	async load(): Promise<void> {
		const drawer = app.drawer;
		if (drawer === null || drawer === this.#drawer) return;
		const kept = await app.draft<Id[]>(KEY);
		if (app.drawer !== drawer) return;
		this.#ids = new Set(kept ?? []);
		this.#drawer = drawer;
	}

	/** Is there an answer that was neither opened here nor said anything about? */
	isNew(item: Item): boolean {
		const answer = answerOf(item);
		if (answer === null || item.answered_at === null || this.#drawer !== app.drawer) return false;
		const said = item.events.some(({ kind, at }) => kind === 'helped' && at >= answer.at);
		return !said && !this.#ids.has(answer.id);
	}

	async mark(item: Item): Promise<void> {
		const answer = answerOf(item);
		await this.load();
		if (answer === null || this.#ids.has(answer.id)) return;
		this.#ids = new Set([...this.#ids, answer.id]);
		await app.keepDraft(KEY, [...this.#ids]);
	}
}

export const readAnswers = new ReadAnswers();
