import type { View } from '$lib/domain/view.ts';
import { sayNames } from '$lib/i18n/when.ts';
import type { Words } from '$lib/i18n/words.ts';
import { namesOf } from '$lib/domain/questions/people/names.ts';
import type { Step } from '$lib/domain/questions/items/story-steps.ts';

type Moved = Extract<Step, { kind: 'moved' | 'will_move' }>;

/** Why it went on to the next person. */
export function sayWhy({ why }: Moved, words: Words): string {
	if (why === 'unread') return words.t(($) => $.story.one.movedUnread);
	if (why === 'late') return words.t(($) => $.story.one.movedLate);
	return why === 'gone' ? words.t(($) => $.story.one.movedGone) : words.t(($) => $.story.one.movedOn);
}

/** To whom it went, and whether the words went too. */
export function sayMoved(view: View, step: Moved, words: Words): string {
	const names = sayNames(namesOf(view, step.ids), words.lang);
	return step.words
		? words.t(($) => $.story.one.movedWords, { names })
		: words.t(($) => $.story.one.movedNoWords, { names });
}
