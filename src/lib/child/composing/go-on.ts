import type { WishDraft } from './wish-draft.svelte.ts';

/** Whether a step may be left: once the drawing is in. Where it says too much, the words that are over are shown. */
export async function isReady(wishDraft: WishDraft, mayBeEmpty = false): Promise<boolean> {
	await wishDraft.drawn();
	if (wishDraft.isTooLong) document.querySelector('textarea')?.focus(); // where it says by how much
	return !wishDraft.isTooLong && (mayBeEmpty || !wishDraft.isEmpty);
}
