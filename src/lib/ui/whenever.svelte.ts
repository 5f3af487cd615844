import { untrack } from 'svelte';

/** Does something each time that this becomes true, once the screen shows it. Call it where a component begins. */
export function whenever(isSo: () => boolean, act: () => void): void {
	const so = $derived(isSo());
	$effect(() => {
		if (so) untrack(act);
	});
}
