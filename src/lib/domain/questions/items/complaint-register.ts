import { compare, instant } from '../../time/instants.ts';
import { daysBetween, localDay } from '../../time/days.ts';
import type { Item, ItemEvent, Time } from '../../item.ts';
import type { View } from '../../view.ts';
import { answerOf } from './answers.ts';
import { complaintFacts, type ComplaintFacts } from './complaint-facts.ts';

/** How far a complaint came, for the adults who read it. */
type ComplaintState = 'not_opened' | 'opened' | 'handled' | 'answered' | 'taken_back';

/** One line of the register. */
export interface ComplaintLine extends ComplaintFacts {
	item: Item;
	state: ComplaintState;
	/** How often the child asked: 1 is the first stage, and each "look again" after an answer begins the next. */
	stage: number;
	/** The newest finding. While it is asked again: the one that the child is not happy with. */
	answer: (ItemEvent & { kind: 'answered' }) | null;
	/** Whole days of the home from when it was asked until it ended, or until now. */
	days: number;
}

/**
 * Every complaint that I read, of those given: what is open first, the late ones before the others, each by the day of its
 * answer; then what ended, newest first. It holds nothing of what I do not read, so no number in it tells of that.
 */
export function complaintRegister(view: View, items: readonly Item[], now: Time): ComplaintLine[] {
	const complaints = new Map(items.filter(({ kind }) => kind === 'complaint').map((item) => [item.id, item]));
	return [...complaints.values()].map((item) => lineOf(view, item, now)).sort((a, b) => compare(keysOf(a), keysOf(b)));
}

export const isOpenLine = ({ item }: ComplaintLine): boolean => item.closed_at === null;

/** Open complaints that came to me and are past their day: the only number that stands beside a place's name. */
export const lateComplaints = (view: View, now: Time): number =>
	complaintRegister(view, view.items, now).filter((line) => isOpenLine(line) && line.isLate).length;

function lineOf(view: View, item: Item, now: Time): ComplaintLine {
	const facts = complaintFacts(view, item, now);
	const { time_zone } = view.home;
	return {
		item,
		...facts,
		state: stateOf(item, facts),
		stage: 1 + item.events.filter(({ kind }) => kind === 'reopened').length,
		answer: answerOf(item),
		days: daysBetween(localDay(item.asked_at, time_zone), localDay(item.closed_at ?? now, time_zone))
	};
}

function stateOf(item: Item, { isHandled, got }: ComplaintFacts): ComplaintState {
	if (item.taken_back_at !== null) return 'taken_back';
	if (item.closed_at !== null) return 'answered';
	if (isHandled) return 'handled';
	return got ? 'opened' : 'not_opened';
}

const keysOf = (line: ComplaintLine): (string | number)[] =>
	isOpenLine(line)
		? [0, line.isLate ? 0 : 1, line.answer_by ?? '9999', line.item.id]
		: [1, -instant(line.item.closed_at), '', line.item.id];
