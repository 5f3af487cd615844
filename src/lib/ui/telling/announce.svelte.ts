import { untrack } from 'svelte';

const STAYS = 2000;
let said = $state.raw<{ id: number; words: string }[]>([]);
let count = 0;

/** Tells screen readers something that changed on the screen. Two things at once are both said, and the same words twice, twice. */
export function announce(words: string): void {
	const one = { id: ++count, words };
	said = [...untrack(() => said), one];
	setTimeout(() => (said = said.filter(({ id }) => id !== one.id)), STAYS); // nothing said of a drawer outlives it for long
}

/** What was announced just now. */
export const announced = {
	get current() {
		return said;
	}
};
