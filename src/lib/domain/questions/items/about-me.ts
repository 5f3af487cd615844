import { compare, instant } from '../../time/instants.ts';
import type { Id, Item } from '../../item.ts';
import type { View } from '../../view.ts';

/** All of it that was not taken back, newest first: of one's own, whatever somebody may still read. */
export const allAboutMe = (view: View, child: Id): Item[] =>
	view.items
		.filter((one) => one.kind === 'about_me' && one.child_id === child && one.closed_at === null)
		.sort((a, b) => compare([instant(b.sent_at), b.id], [instant(a.sent_at), a.id]));

/**
 * What a child tells of themselves, as far as I may read it: what they told last. Where it is not sure that it was they, also
 * what they told last without a doubt: a false device puts nothing in the place of their words.
 */
export function aboutMeOf(view: View, child: Id): Item[] {
	const told = allAboutMe(view, child);
	const sure = told.find(({ doubt }) => doubt === null);
	return told.filter((one, at) => at === 0 || one === sure);
}
