import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import type { CallArgs } from '$lib/domain/calls.ts';
import { isName, isText, oneOf, orNull } from '$lib/domain/checks/kinds.ts';
import {
	ANSWERS,
	answersTo,
	needsAsked,
	needsDay,
	needsWillHappen,
	takesWillHappen,
	type Answer
} from '$lib/domain/vocabulary/items.ts';
import type { Day, Id, Item } from '$lib/domain/item.ts';
import type { Answered } from '$lib/shell/answer-lines.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { FormDraft } from '$lib/draft/form-draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';

interface Drafted {
	id: Id; // the event's: Send pressed twice answers once
	answer: Answer | null;
	because: string;
	will_happen: string;
	by_day: string;
	asked_whom: string;
	asked_on: string;
}

export type Missing = 'answer' | 'because' | 'will_happen' | 'by_day' | 'asked_whom' | 'asked_on' | 'future' | 'past';

const empty = (): Drafted => ({
	...{ id: newId(), answer: null, because: '', will_happen: '' },
	...{ by_day: '', asked_whom: '', asked_on: '' }
});
const restore = byField<Drafted>({
	id: isName,
	answer: orNull(oneOf(...ANSWERS)),
	because: isText,
	will_happen: isText,
	by_day: isText,
	asked_whom: isText,
	asked_on: isText
});

/** An answer that is being written to one thing that a child said. */
export class AnswerDraft {
	readonly item: Id;
	readonly answers: readonly Answer[];
	readonly begun: FormDraft<Drafted>;

	constructor({ id, kind }: Item) {
		this.item = id;
		this.answers = answersTo(kind);
		this.begun = new FormDraft(`answer/${id}`, empty, restore);
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
		const { id, answer, because, will_happen, by_day, asked_whom, asked_on } = refused.call.args;
		const days = { by_day: by_day ?? '', asked_on: asked_on ?? '' };
		this.begun.now = {
			...{ id, answer, because, ...days },
			...{ will_happen: will_happen ?? '', asked_whom: asked_whom ?? '' }
		};
	}

	/** The picked answer, if what is answered can be answered so. */
	get answer(): Answer | null {
		return this.answers.find((one) => one === this.begun.now.answer) ?? null;
	}
	get needsDay(): boolean {
		return this.answer !== null && needsDay(this.answer);
	}
	get needsWillHappen(): boolean {
		return this.answer !== null && needsWillHappen(this.answer);
	}
	get takesWillHappen(): boolean {
		return this.answer !== null && takesWillHappen(this.answer);
	}

	/** What is missing, in the order of the form. No answer goes without a reason. */
	missing(today: Day): Missing[] {
		const { because, will_happen, by_day, asked_whom, asked_on } = this.begun.now;
		const { answer } = this;
		const missing: Missing[] = [];
		if (answer === null) missing.push('answer');
		if (needsAsked(answer) && isBlank(asked_whom)) missing.push('asked_whom');
		if (needsAsked(answer) && asked_on === '') missing.push('asked_on');
		if (needsAsked(answer) && asked_on > today) missing.push('future');
		if (isBlank(because)) missing.push('because');
		if (this.needsWillHappen && isBlank(will_happen)) missing.push('will_happen');
		if (this.needsDay && by_day === '') missing.push('by_day');
		if (this.needsDay && by_day !== '' && by_day < today) missing.push('past');
		return missing;
	}

	/** As it is sent, and as the child will see it. Null: no answer is picked. */
	get asAnswered(): Answered | null {
		const { because, will_happen, by_day, asked_whom, asked_on } = this.begun.now;
		const { answer } = this;
		if (answer === null) return null;
		const isAsked = needsAsked(answer);
		return {
			answer,
			because: tidy(because),
			will_happen: this.takesWillHappen && !isBlank(will_happen) ? tidy(will_happen) : null,
			by_day: this.needsDay && by_day !== '' ? by_day : null,
			asked_whom: isAsked ? tidy(asked_whom) : null,
			asked_on: isAsked && asked_on !== '' ? asked_on : null
		};
	}

	/** Sends it. Ask for `missing` first. */
	async send(): Promise<Problem | null> {
		const answered = this.asAnswered;
		if (answered === null) return 'answer_needs_answer';
		const args: CallArgs['answer_item'] = { id: this.begun.now.id, item: this.item, ...answered };
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
