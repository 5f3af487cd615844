import type { ItemEvent } from '$lib/domain/item.ts';
import { needsAsked, needsWillHappen } from '$lib/domain/vocabulary/items.ts';
import { isBlank } from '$lib/domain/text/words.ts';
import { sayDate, sayDay, type Clock } from '$lib/i18n/when.ts';
import { capital, type Words } from '$lib/i18n/words.ts';

export type Answered = Pick<
	Extract<ItemEvent, { kind: 'answered' }>,
	'answer' | 'because' | 'will_happen' | 'by_day' | 'asked_whom' | 'asked_on'
>;
/** `isOwn`: in the words of whoever answered, which may be of another language. */
export interface AnswerLine {
	label: string;
	text: string;
	isOwn: boolean;
}

/** What an answer says, in the order that matters: what will happen and by when, or why not and what there is instead. */
export function answerLines(answered: Answered, words: Words, clock: Clock): AnswerLine[] {
	const own = (label: string, text: string | null): AnswerLine[] =>
		text === null || isBlank(text) ? [] : [{ label, text, isOwn: true }];
	const because = own(
		words.t(($) => $.kit.because),
		answered.because
	);
	const day = answered.by_day
		? [{ label: dayLabel(answered, words), text: capital(sayDay(answered.by_day, clock), words.lang), isOwn: false }]
		: [];
	const { will_happen } = answered;
	if (needsWillHappen(answered.answer)) {
		return [
			...own(
				words.t(($) => $.kit.willHappen),
				will_happen
			),
			...day,
			...because
		];
	}
	const instead = own(
		words.t(($) => $.kit.instead),
		will_happen
	);
	return [...asked(answered, words, clock), ...because, ...instead, ...day];
}

function asked({ asked_whom, asked_on }: Answered, words: Words, clock: Clock): AnswerLine[] {
	if (!asked_whom || !asked_on) return [];
	const text = words.t(($) => $.kit.askedWhom, { whom: asked_whom, day: sayDate(asked_on, clock) });
	return [{ label: words.t(($) => $.kit.asked), text, isOwn: false }];
}

function dayLabel({ answer }: Answered, words: Words): string {
	if (answer === 'not_now') return words.t(($) => $.kit.lookAgain);
	return needsAsked(answer) ? words.t(($) => $.kit.hearMore) : words.t(($) => $.kit.byWhen);
}
