import { goto } from '$app/navigation';
import { whenever } from '$lib/ui/whenever.svelte.ts';

/**
 * Leaves a page that has nothing to show: what it was about was not picked, or is gone from the view while it stands open.
 * `load` cannot say so: it is run when a link is touched, before the press picks anything; it is not run when the view
 * changes; and where Back leads to it, Kit would show the other page under this one's address.
 */
export const leaveWhen = (isGone: () => boolean, to: string): void =>
	whenever(isGone, () => void goto(to, { replaceState: true }));
