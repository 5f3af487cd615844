import type { OtherTime } from '$lib/domain/view.ts';
import { sayDate, type Clock } from '$lib/i18n/when.ts';
import { capital, type Words } from '$lib/i18n/words.ts';

/** "Saturday 5 December, midday": the day and the part of the day that a child would rather have; empty where neither was said. */
export function sayOtherTime({ day, part }: Omit<OtherTime, 'words'>, words: Words, clock: Clock): string {
	const said = [...(day ? [sayDate(day, clock)] : []), ...(part ? [words.t((w) => w.today.part[part])] : [])];
	return capital(said.join(words.lang === 'ar' ? '، ' : ', '), words.lang);
}
