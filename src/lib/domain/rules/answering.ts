import { answersTo, isOnlyRead, isPlannable, needsAsked, needsDay, needsWillHappen } from '../vocabulary/items.ts';
import { may } from '../abilities.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { stoppedClock } from '../reading/facts.ts';
import { instant } from '../time/instants.ts';
import { itemOf, sessionOf, isStaffAtWork } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import { byBeginning, readsOnlyRaised } from '../reading/reading.ts';
import type { Id, Item, Reader, Time } from '../item.ts';
import type { View } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { by, changed, checkItemEvent, withEvent, type ItemEventCheck } from './item-event.ts';
import { needsAnswer } from '../questions/items/open-items.ts';
import { localDay } from '../time/days.ts';
import { firstOf, type Rule, type Rules } from './rule.ts';
import { inOrder } from './new-items.ts';

type AnsweringCall = 'open_item' | 'plan_item' | 'unplan_item' | 'answer_item' | 'handle_item' | 'share_to_keep_safe';

const listens = (view: View): boolean => may(view, 'listen');
const isOpen = (item: Item): boolean => item.closed_at === null;

const OPEN: Rule<'open_item'> = {
	check: (view, args) => {
		const item = itemOf(view, args.item);
		if (item && wasOpened(view, item)) return null;
		const fits = (one: Item) => one.taken_back_at === null || readsOnlyRaised(view, one);
		return checkItemEvent(view, { args, fits, refusal: 'item_not_opened', may: listens });
	},
	apply: (view, { args, at }) =>
		changed(view, args.item, (item) => {
			if (wasOpened(view, item)) return {};
			const opened_at = readsOnlyRaised(view, item) ? item.opened_at : (item.opened_at ?? at);
			return { opened_at, events: [...item.events, { ...by(view, args.id, at), kind: 'opened' }] };
		})
};

const PLAN: Rule<'plan_item'> = {
	check: (view, args) => {
		const session = sessionOf(view, args.session);
		const fits = (item: Item) =>
			isOpen(item) && isPlannable(item.kind) && session?.state === 'planned' && session.child_id === item.child_id;
		return checkHeard(view, { args, fits, refusal: 'item_not_planned' });
	},
	apply: (view, { args, at }) => {
		const event = { ...by(view, args.id, at), kind: 'planned' as const, session_id: args.session };
		return withEvent(view, args.item, event, () => ({ planned_in: args.session }));
	}
};

const UNPLAN: Rule<'unplan_item'> = {
	check: (view, args) => {
		const fits = (item: Item) => isOpen(item) && item.planned_in !== null;
		return checkHeard(view, { args, fits, refusal: 'item_not_unplanned' });
	},
	apply: (view, { args, at }) =>
		withEvent(view, args.item, { ...by(view, args.id, at), kind: 'unplanned' }, () => ({ planned_in: null }))
};

const ANSWER: Rule<'answer_item'> = {
	check: (view, args) => {
		const { answer, because, will_happen, by_day, asked_whom, asked_on } = args;
		const fits = ({ taken_back_at, kind }: Item) =>
			taken_back_at === null && !isOnlyRead(kind) && answersTo(kind).includes(answer);
		return checkHeard(
			view,
			{ args, fits, refusal: 'item_not_answered' },
			[needsAsked(answer) && (isBlank(asked_whom) || asked_on === null), 'answer_needs_asked'],
			[needsDay(answer) && by_day === null, 'answer_needs_day'],
			[isBlank(because), 'answer_needs_reason'],
			[needsWillHappen(answer) && isBlank(will_happen), 'answer_needs_will_happen'],
			[lengthOf(asked_whom) > LIMITS.line, 'bad_asked_whom'],
			[lengthOf(because) > LIMITS.words || lengthOf(will_happen) > LIMITS.words, 'too_long']
		);
	},
	apply: (view, { args: { id, item, ...answer }, at }) =>
		withEvent(view, item, { ...by(view, id, at), kind: 'answered', ...answer }, (one) => ({
			answered_at: one.answered_at ?? at,
			opened_at: one.opened_at ?? at,
			closed_at: one.closed_at ?? at,
			place: null
		}))
};

const HANDLE: Rule<'handle_item'> = {
	check: (view, args, now) => {
		const fits = (item: Item) => isOpen(item) && needsAnswer(item);
		const refusal = checkHeard(view, { args, fits, refusal: 'item_not_handled' });
		return refusal ?? firstOf([args.by_day < localDay(now, view.home.time_zone), 'handled_past_day']);
	},
	apply: (view, { args, at }) =>
		withEvent(view, args.item, { ...by(view, args.id, at), kind: 'handled', by_day: args.by_day }, () => ({}))
};

const RAISE: Rule<'share_to_keep_safe'> = {
	check: (view, args) => {
		const fits = (item: Item) => args.with.every((id) => mayHear(view, item, id) && id !== args.worry_about);
		return checkItemEvent(
			view,
			{ args, fits, refusal: 'item_not_raised', may: listens },
			[isBlank(args.because), 'answer_needs_reason'],
			[args.hidden && args.told_child, 'hidden_or_told'],
			[args.with.length === 0, 'raised_needs_people'],
			[lengthOf(args.because) > LIMITS.words, 'too_long']
		);
	},
	apply: (view, { args, at }) => {
		const { id, item, because, told_child } = args;
		const with_ids = inOrder(args.with);
		const event = { ...by(view, id, at), kind: 'raised' as const, with_ids, because, told_child };
		const isHidden = (one: Item): boolean => args.hidden || (!told_child && cameInSilence(view, one));
		return changed(view, item, (one) => ({
			readers: withRaised(one.readers, with_ids, at),
			events: [...one.events, { ...event, hidden: isHidden(one) }]
		}));
	}
};

/** What an adult does with what they read. */
export const ANSWERING: Rules<AnsweringCall> = {
	open_item: OPEN,
	plan_item: PLAN,
	unplan_item: UNPLAN,
	answer_item: ANSWER,
	handle_item: HANDLE,
	share_to_keep_safe: RAISE
};

/** Not by whoever reads it only since it was shared to keep safe: it would tell. */
function checkHeard(
	view: View,
	{ fits, ...event }: Omit<ItemEventCheck, 'may'>,
	...more: (readonly [boolean, Problem])[]
): Problem | null {
	const openly = (item: Item) => fits(item) && !readsOnlyRaised(view, item);
	return checkItemEvent(view, { ...event, fits: openly, may: listens }, ...more);
}

/** It came to me only unseen by the child: what I pass on is unseen too, unless the child was told. */
function cameInSilence(view: View, item: Item): boolean {
	if (!readsOnlyRaised(view, item)) return false;
	const withMe = item.events.flatMap((event) =>
		event.kind === 'raised' && event.with_ids.includes(view.me) ? [event.hidden] : []
	);
	return withMe.every((hidden) => hidden);
}

/** Opened by me since it was last asked, so that all may know. */
function wasOpened(view: View, item: Item): boolean {
	return item.events.some(
		(event) =>
			event.kind === 'opened' &&
			event.person_id === view.me &&
			instant(event.at) >= instant(item.asked_at) &&
			(stoppedClock(item, event.at) || readsOnlyRaised(view, item))
	);
}

function mayHear(view: View, item: Item, id: Id): boolean {
	return id !== view.me && id !== item.about_id && isStaffAtWork(view, id);
}

function withRaised(readers: Reader[], ids: Id[], at: Time): Reader[] {
	const raised = ids.map((id) => ({ person_id: id, why: 'raised' as const, words: true, from_at: at, until: null }));
	return [...readers, ...raised].sort(byBeginning);
}
