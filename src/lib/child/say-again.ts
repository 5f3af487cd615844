import { app } from '$lib/client/app.svelte.ts';
import type { Item } from '$lib/domain/item.ts';
import { WishDraft } from './composing/wish-draft.svelte.ts';

const BEGINS = {
	wish: ['wish/new', '/my/ask'],
	topic: ['topic/new', '/my/list/add'],
	meeting: ['meeting/new', '/my/meeting']
} as const;

/** Whether the same words can be said again from here. A complaint or a wish for another key worker is begun anew. */
export const canSayAgain = ({ kind }: Item): boolean => kind in BEGINS;

/** The same words, drawing and recording as a new draft: where it is gone on with. Null: something else is begun there, and stays. */
export async function sayAgain({
	kind,
	symbol,
	words,
	picture,
	recording = null,
	meeting
}: Item): Promise<string | null> {
	const [key, href] = BEGINS[kind === 'topic' || kind === 'meeting' ? kind : 'wish'];
	const draft = new WishDraft(key);
	await draft.load();
	if (!draft.isEmpty) return null;
	draft.change({ symbol, words, ...(meeting && { meeting }) });
	if (picture !== null) draft.draw(app.pictureBlob(picture));
	if (recording !== null) draft.say(app.pictureBlob(recording));
	await draft.kept();
	return href;
}
