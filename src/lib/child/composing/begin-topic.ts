import type { selected } from '$lib/shell/selected.svelte.ts';
import { WishDraft } from './wish-draft.svelte.ts';

/**
 * Something for the list as it was left, or as a page of the guide proposes it. What was begun about something else is never
 * written over: then this one has a place of its own in the drawer. Nothing is kept before the child changes something.
 */
export async function beginTopic(about: typeof selected.about): Promise<WishDraft> {
	const usual = new WishDraft('topic/new');
	await usual.load();
	if (!about || (!usual.isEmpty && usual.words === about.words)) return usual;
	const wishDraft = usual.isEmpty ? usual : new WishDraft(`topic/${about.page}`);
	if (wishDraft !== usual) await wishDraft.load();
	if (wishDraft.isEmpty) wishDraft.propose(about);
	return wishDraft;
}
