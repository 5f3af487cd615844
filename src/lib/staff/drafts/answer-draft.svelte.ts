import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import type { CallArgs } from '$lib/domain/calls.ts';
import { isName, isText, oneOf, orNull } from '$lib/domain/checks/kinds.ts';
import { ANSWERS, needsAsked, needsDay, takesDay, type Answer } from '$lib/domain/vocabulary/items.ts';
import type { Day, Id } from '$lib/domain/item.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { FormDraft } from '$lib/draft/form-draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';

interface Drafted {
	id: Id; // the event's: Send pressed twice answers once
	answer: Answer | null;
	because: string;
	by_day: string;
	asked_whom: string;
	asked_on: string;
}

export type Missing = 'answer' | 'because' | 'by_day' | 'asked_whom' | 'asked_on' | 'future';

const empty = (): Drafted => ({ id: newId(), answer: null, because: '', by_day: '', asked_whom: '', asked_on: '' });
const restore = byField<Drafted>({
	id: isName,
	answer: orNull(oneOf(...ANSWERS)),
	because: isText,
	by_day: isText,
	asked_whom: isText,
	asked_on: isText
});

/** An answer that is being written to one thing that a child said. */
export class AnswerDraft {
	readonly item: Id;
	readonly begun: FormDraft<Drafted>;

	constructor(item: Id) {
		this.item = item;
		this.begun = new FormDraft(`answer/${item}`, empty, restore);
	}

	/** An answer that was not accepted: its words are still here, to be mended under its own id. */
	get refused() {
		const found = app.waiting.find(
			({ call, state }) => state === 'refused' && call.name === 'answer_item' && call.args.item === this.item
		);
		return found?.call.name === 'answer_item' ? { ...found, call: found.call } : null;
	}

	/** The draft of before, or the words of what was not accepted. */
	async load(): Promise<void> {
		await this.begun.load();
		const refused = this.refused;
		if (!refused || this.begun.now.answer !== null) return;
		const { id, answer, because, by_day, asked_whom, asked_on } = refused.call.args;
		const days = { by_day: by_day ?? '', asked_on: asked_on ?? '' };
		this.begun.now = { id, answer, because, ...days, asked_whom: asked_whom ?? '' };
	}

	/** Whether a day can be named with this answer. */
	get takesDay(): boolean {
		const { answer } = this.begun.now;
		return answer !== null && takesDay(answer);
	}
	get needsDay(): boolean {
		const { answer } = this.begun.now;
		return answer !== null && needsDay(answer);
	}

	/** What is missing, in the order of the form. No answer goes without a reason. */
	missing(today: Day): Missing[] {
		const { answer, because, by_day, asked_whom, asked_on } = this.begun.now;
		const missing: Missing[] = [];
		if (answer === null) missing.push('answer');
		if (needsAsked(answer) && isBlank(asked_whom)) missing.push('asked_whom');
		if (answer === 'not_mine' && asked_on === '') missing.push('asked_on');
		if (answer === 'not_mine' && asked_on > today) missing.push('future');
		if (isBlank(because)) missing.push('because');
		if (this.needsDay && by_day === '') missing.push('by_day');
		return missing;
	}

	/** Sends it. Ask for `missing` first. */
	async send(): Promise<Problem | null> {
		const { id, answer, because, by_day, asked_whom, asked_on } = this.begun.now;
		if (answer === null) return 'answer_needs_answer';
		const args: CallArgs['answer_item'] = {
			id,
			item: this.item,
			answer,
			because: tidy(because),
			by_day: this.takesDay && by_day !== '' ? by_day : null,
			asked_whom: answer === 'not_mine' ? tidy(asked_whom) : null,
			asked_on: answer === 'not_mine' ? asked_on : null
		};
		const refused = this.refused;
		if (!refused) return app.call('answer_item', args, { draft: this.begun.key });
		const problem = await app.editAndResend(refused.call.id, 'answer_item', args);
		if (problem === null) await this.begun.throwAway();
		return problem;
	}

	/** Takes away an answer that was not accepted, because the person said so. */
	async throwAway(): Promise<void> {
		if (this.refused) await app.drop(this.refused.call.id);
		await this.begun.throwAway();
	}
}
