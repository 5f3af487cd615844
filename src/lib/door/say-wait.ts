import type { Words } from '$lib/i18n/words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long somebody still has to wait, in words that change seldom: whole minutes, then tens of seconds. */
export function sayWait(words: Words, milliseconds: number): string {
	if (milliseconds > MINUTE) {
		return words.t(($) => $.door.lock.minutes, { count: Math.ceil(milliseconds / MINUTE) });
	}
	return words.t(($) => $.door.lock.seconds, { count: Math.ceil(milliseconds / SECOND / 10) * 10 });
}
