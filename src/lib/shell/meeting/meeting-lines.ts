import type { Meeting, Part } from '$lib/domain/vocabulary/meeting.ts';
import { isolated } from '$lib/i18n/bidi.ts';
import { sayNames } from '$lib/i18n/when.ts';
import type { Words } from '$lib/i18n/words.ts';

/** How it goes in one part of a life. */
export const inOneLine = ({ marks, words: own }: Part, words: Words): string =>
	[...marks.map((mark) => words.t((w) => w.review.mark[mark])), isolated(own.trim(), words.lang)]
		.filter(Boolean)
		.join('. ');

/** What stands on a page for a review, in lines of plain text. */
export function meetingLines({ parts, there, not_there, how }: Meeting, words: Words): string[] {
	return [
		...parts.map((part) => `${words.t((w) => w.review.area[part.area])}: ${inOneLine(part, words)}`),
		...(there.length > 0 ? [`${words.t(($) => $.review.there)}: ${sayNames(there, words.lang)}`] : []),
		...(not_there.length > 0 ? [`${words.t(($) => $.review.notThere)}: ${sayNames(not_there, words.lang)}`] : []),
		...(how ? [`${words.t(($) => $.review.how)}: ${words.t((w) => w.review.takes[how])}`] : [])
	];
}
