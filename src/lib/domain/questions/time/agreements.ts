import type { Agreement, View } from '../../view.ts';
import type { Id } from '../../item.ts';

/** "How we meet": the newest version that somebody offered. */
export function newestAgreement(view: View, child: Id): Agreement | null {
	const theirs = view.agreements.filter(({ child_id }) => child_id === child);
	return theirs.sort((a, b) => b.made_at.localeCompare(a.made_at))[0] ?? null;
}
