import type { Item } from '$lib/domain/item.ts';
import { Dismissed } from '../dismissed.svelte.ts';
import { answerOf } from '$lib/domain/questions/items/answers.ts';

const read = new Dismissed('answers/read');

/** Which answers were read on this device. Nobody learns what was read. */
export const readAnswers = {
	load: (): Promise<void> => read.load(),

	/** Is there an answer that was neither opened here nor said anything about? */
	isNew(item: Item): boolean {
		const answer = answerOf(item);
		if (answer === null || item.answered_at === null) return false;
		const said = item.events.some(({ kind, at }) => kind === 'helped' && at >= answer.at);
		return !said && !read.has(answer.id);
	},

	async mark(item: Item): Promise<void> {
		const answer = answerOf(item);
		await read.load();
		if (answer !== null && !read.has(answer.id)) await read.add(answer.id);
	}
};
