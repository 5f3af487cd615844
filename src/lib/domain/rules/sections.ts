import { may } from '../abilities.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { DAY, instant } from '../time/instants.ts';
import { isObject, isText } from '../checks/kinds.ts';
import { numberToRing } from '../text/phone.ts';
import { asShown, sectionToApprove } from '../questions/sections.ts';
import { pageOf } from '../questions/unclear-pages.ts';
import { LEGAL_SECTIONS } from '../vocabulary/sections.ts';
import { type Day, type Time } from '../item.ts';
import { type Line, type Section } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { firstOf, withChanged, type Rules } from './rule.ts';
import { isSymbol } from './new-items.ts';

export const MOST_LINES = 100;
const MOST_DAYS = 400;
const LINE_FIELDS = 4;

/** What the home adds to the guide: its manager writes it, and how to complain needs a second adult. */
export const SECTIONS: Rules<'publish_section' | 'approve_section'> = {
	publish_section: {
		check: (view, { id, section, lines, review_by }, now) =>
			firstOf(
				[!may(view, 'run_home'), 'not_yours'],
				[lines.length > MOST_LINES || !lines.every(isLine), 'bad_lines'],
				[!isSoon(review_by, now), 'bad_review_by'],
				[lines.length === 0 && LEGAL_SECTIONS.some((legal) => legal === section), 'section_empty'],
				[view.sections.some((one) => one.id === id), 'already_there']
			),
		apply: (view, { args: { id, section, lines, review_by }, at }) => {
			const in_force = section !== 'complaints';
			const version: Section = {
				id,
				section,
				lines: lines.map(withNumber),
				review_by,
				author_id: view.me,
				at,
				approved_by: null,
				in_force
			};
			const others = view.sections.map((one) =>
				in_force && one.section === section ? { ...one, in_force: false } : one
			);
			const sections = asShown([...others, version]);
			const unclear = (view.unclear ?? []).filter(({ page }) => page !== pageOf(section)); // the marks were on the old one
			return { ...view, sections, unclear };
		}
	},
	approve_section: {
		check: (view, { version }) => (sectionToApprove(view)?.id === version ? null : 'section_not_approved'),
		apply: (view, { args: { version } }) => {
			const others = view.sections.map((one) => (one.section === 'complaints' ? { ...one, in_force: false } : one));
			return {
				...view,
				sections: asShown(withChanged(others, version, () => ({ approved_by: view.me, in_force: true })))
			};
		}
	}
};

function isLine(line: unknown): boolean {
	if (!isObject(line) || Object.keys(line).length !== LINE_FIELDS) return false;
	const { kind, words, symbol, number } = line;
	if (!isText(words) || !(symbol === null || isText(symbol))) return false;
	const isPlain = (kind === 'head' || kind === 'line') && number === null;
	const isRight = isPlain || (kind === 'ring' && isText(number) && numberToRing(number) !== null);
	return isRight && !isBlank(words) && lengthOf(words) <= LIMITS.line && isSymbol(symbol);
}

/** As it will be rung. */
const withNumber = (line: Line): Line =>
	line.kind === 'ring' ? { ...line, number: String(numberToRing(line.number)) } : line;

/** From today on, within a year and a little. */
function isSoon(day: Day, now: Time): boolean {
	const days = (Date.parse(day) - Date.parse(new Date(instant(now)).toISOString().slice(0, 10))) / DAY;
	return days >= 0 && days <= MOST_DAYS;
}
