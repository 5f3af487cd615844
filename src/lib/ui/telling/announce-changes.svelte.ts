import { untrack } from 'svelte';
import { announce } from './announce.svelte';

/** Tells screen readers what this says whenever that differs from before: at first from `usual`, or from itself. Never nothing. */
export function announceChanges(say: () => string, usual = untrack(say)): void {
	const now = $derived(say());
	let before = usual;
	$effect(() => {
		if (now !== before && now !== '') announce(now);
		before = now;
	});
}
