import { may } from '../abilities.ts';
import { compare, instant } from '../time/instants.ts';
import type { Day } from '../item.ts';
import type { Section, SectionKey, View } from '../view.ts';

const VERSIONS = 3; // of each section, that adults see besides the one in force

/** A section as children read it. Null: the home has not written it, or took it away. */
export function sectionInForce(view: View, section: SectionKey): Section | null {
	const found = view.sections.find((one) => one.section === section && one.in_force);
	return found && found.lines.length > 0 ? found : null;
}

/** Every version that is known here, the newest first. */
export const versionsOf = (view: View, section: SectionKey): Section[] =>
	view.sections.filter((one) => one.section === section).sort((a, b) => instant(b.at) - instant(a.at));

/** How to complain as it waits for a second adult. Null: nothing waits. */
export function sectionWaiting(view: View): Section | null {
	const [newest] = versionsOf(view, 'complaints');
	return newest && newest.approved_by === null ? newest : null;
}

/** What waits for my yes: an adult's, who did not write it. */
export function sectionToApprove(view: View): Section | null {
	const waiting = sectionWaiting(view);
	return waiting && waiting.author_id !== view.me && may(view, 'listen') ? waiting : null;
}

/** What children read that its review day has passed for. */
export const sectionsToReview = (view: View, today: Day): Section[] =>
	view.sections.filter((one) => one.in_force && one.lines.length > 0 && one.review_by < today);

/** In the database's order, with no more versions than it shows. */
export function asShown(sections: Section[]): Section[] {
	const sorted = [...sections].sort((a, b) =>
		compare([a.section, -instant(a.at), a.id], [b.section, -instant(b.at), b.id])
	);
	return sorted.filter((one) => {
		const before = sorted.filter(({ section, at }) => section === one.section && instant(at) > instant(one.at));
		return one.in_force || before.length < VERSIONS;
	});
}
