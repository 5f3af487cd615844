import type { selected } from '$lib/shell/selected.svelte.ts';
import { Saying } from './wish-draft.svelte.ts';

/**
 * Something for the list as it was left, or as a page of the guide proposes it. What was begun about something else is never
 * written over: then this one has a place of its own in the drawer. Nothing is kept before the child changes something.
 */
export async function beginTopic(about: typeof selected.about): Promise<Saying> {
	const usual = new Saying('topic/new');
	await usual.load();
	if (!about || (!usual.isEmpty && usual.words === about.words)) return usual;
	const saying = usual.isEmpty ? usual : new Saying(`topic/${about.page}`);
	if (saying !== usual) await saying.load();
	if (saying.isEmpty) saying.propose(about);
	return saying;
}
