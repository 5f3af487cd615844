import { dayOrNone, isText, oneOf } from '$lib/domain/checks/kinds.ts';
import type { Day, Id } from '$lib/domain/item.ts';
import { isBlank, lengthOf, tidy } from '$lib/domain/text/words.ts';
import { DAY_PARTS, type DayPart } from '$lib/domain/vocabulary/sessions.ts';
import { LIMITS } from '$lib/domain/vocabulary/limits.ts';
import type { CallArgs } from '$lib/domain/calls.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';

interface Begun {
	day: Day | null;
	part: DayPart | null;
	text: string;
}

const restore = byField<Begun>({ day: dayOrNone, part: oneOf(null, ...DAY_PARTS), text: isText });

/** When a child would rather meet: a day, a part of the day, words, or some of them. */
export class OtherTimeDraft extends Draft<Begun> {
	/** `session`: the one whose time does not suit. */
	constructor(session: Id) {
		super(
			`time/${session}`,
			() => ({ day: null, part: null, text: '' }),
			(kept, empty) => restore(isText(kept) ? { text: kept } : kept, empty) // it was kept as a bare text once
		);
	}

	get isEmpty(): boolean {
		const { day, part, text } = this.now;
		return day === null && part === null && isBlank(text);
	}
	/** By so many letters the words are too long. */
	get over(): number {
		return Math.max(0, lengthOf(this.now.text) - LIMITS.words);
	}

	/** A second tap on what is chosen takes it off. */
	pickDay(day: Day): void {
		this.change({ day: this.now.day === day ? null : day });
	}
	pickPart(part: DayPart): void {
		this.change({ part: this.now.part === part ? null : part });
	}

	/** As it is sent. */
	get said(): Pick<CallArgs['ask_other_time'], 'words' | 'day' | 'part'> {
		const { day, part, text } = this.now;
		return { words: tidy(text), day, part };
	}
}
