import { LIMITS } from '../vocabulary/limits.ts';
import { type CallArgs } from '../calls.ts';
import { isStaffHere, itemOf } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import { openedBy, shownTo } from '../reading/facts.ts';
import { getsWords, readersOf } from '../reading/reading.ts';
import type { Item, Reader } from '../item.ts';
import type { View } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { by, changed, checkItemEvent, isMine, withEvent } from './item-event.ts';
import { firstOf, type Rule, type Rules } from './rule.ts';
import { nextPlace } from '../list-places.ts';
import { withPicked } from './change-readers.ts';
import { inOrder, isSymbol } from './new-items.ts';
import { handedOn } from '../questions/items/may-change-readers.ts';

type OwnItemCall =
	'change_topic' | 'order_topics' | 'take_back' | 'let_in' | 'say_if_it_helped' | 'reopen' | 'disown_item';

const CHANGE: Rule<'change_topic'> = {
	check: (view, args) => {
		const fits = (item: Item) => item.kind === 'topic' && item.closed_at === null;
		const item = view.items.find(({ id }) => id === args.item);
		return (
			checkItemEvent(view, { args, fits, refusal: 'item_not_changed', may: () => true }) ??
			firstOf(
				[!isSymbol(args.symbol), 'bad_symbol'],
				[isBlank(args.words) && args.symbol === null && isOnlyWords(item), 'nothing_said'],
				[lengthOf(args.words) > LIMITS.words, 'too_long'],
				[!item || !isMine(view, item), 'not_yours']
			)
		);
	},
	apply: (view, { args: { id, item, symbol, words }, at }) =>
		changed(view, item, (was) => ({
			symbol,
			words,
			events: [...was.events, { ...by(view, id, at), kind: 'changed', words: was.words, symbol: was.symbol }]
		}))
};

const isOnlyWords = (item: Item | undefined): boolean => item?.picture === null && (item.recording ?? null) === null;

const ORDER: Rule<'order_topics'> = {
	check: (view, { items }) => (view.items.some((item) => isListed(view, item, items)) ? null : 'no_such_topics'),
	apply: (view, { args: { items } }) => ({
		...view,
		items: view.items.map((item) =>
			isListed(view, item, items) ? { ...item, place: 1 + items.indexOf(item.id) } : item
		)
	})
};

const TAKE_BACK: Rule<'take_back'> = {
	check: (view, args) => {
		const fits = (item: Item) => item.taken_back_at === null;
		return checkItemEvent(view, { args, fits, refusal: 'item_not_taken_back', may: isMine });
	},
	apply: (view, { args, at }) =>
		withEvent(view, args.item, { ...by(view, args.id, at), kind: 'taken_back' }, (item) => ({
			taken_back_at: at,
			closed_at: item.closed_at ?? at,
			place: null,
			readers: item.readers.filter((reader) => staysWith(item, reader))
		}))
};

const LET_IN: Rule<'let_in'> = {
	check: (view, args) => {
		const fits = () => isStaffHere(view, args.whom);
		return checkItemEvent(view, { args, fits, refusal: 'item_not_let_in', may: isMine });
	},
	apply: (view, { args: { id, item, whom }, at }) =>
		withEvent(view, item, { ...by(view, id, at), kind: 'let_in', whom }, (one) => ({
			shown: inOrder([...shownTo(one), whom]),
			readers: one.readers.map((reader) =>
				reader.person_id === whom && getsWords(view, one, reader) ? { ...reader, words: true } : reader
			)
		}))
};

const DISOWN: Rule<'disown_item'> = {
	check: (view, args) => {
		const item = itemOf(view, args.item);
		if (!item || !item.elsewhere || !isMine(view, item)) return 'not_yours';
		return wasDisowned(item)
			? null
			: checkItemEvent(view, { args, fits: () => true, refusal: 'item_not_disowned', may: isMine });
	},
	apply: (view, { args, at }) => {
		const item = itemOf(view, args.item);
		return !item || wasDisowned(item)
			? view
			: withEvent(view, args.item, { ...by(view, args.id, at), kind: 'disowned' }, () => ({}));
	}
};

const wasDisowned = ({ events }: Item): boolean => events.some(({ kind }) => kind === 'disowned');

const HELPED: Rule<'say_if_it_helped'> = {
	check: (view, args) => {
		const fits = (item: Item) => item.answered_at !== null;
		return checkItemEvent(view, { args, fits, refusal: 'item_not_helped', may: isMine });
	},
	apply: (view, { args: { id, item, helped }, at }) =>
		withEvent(view, item, { ...by(view, id, at), kind: 'helped', helped }, () => ({}))
};

const REOPEN: Rule<'reopen'> = {
	check: (view, args) => {
		const fits = (item: Item) => item.answered_at !== null && item.taken_back_at === null;
		return checkItemEvent(view, { args, fits, refusal: 'item_not_reopened', may: isMine }, tooLong(args));
	},
	apply: (view, { args: { id, item, words }, at }, now) => {
		const asked = withEvent(view, item, { ...by(view, id, at), kind: 'reopened', words }, (one) => ({
			...{ asked_at: at, opened_at: null, answered_at: null, closed_at: null, planned_in: null },
			place: one.kind === 'topic' ? nextPlace(view, one.child_id) : null,
			...withPicked(view, one, handedOn(one, now), at)
		}));
		return changed(asked, item, (one) => ({ readers: readersOf(asked, one, now) }));
	}
};

/** What a child does with what they said. */
export const OWN_ITEMS: Rules<OwnItemCall> = {
	change_topic: CHANGE,
	order_topics: ORDER,
	take_back: TAKE_BACK,
	let_in: LET_IN,
	disown_item: DISOWN,
	say_if_it_helped: HELPED,
	reopen: REOPEN
};

const tooLong = (args: CallArgs['reopen']): [boolean, Problem] => [
	lengthOf(args.words) > LIMITS.words,
	'too_many_words'
];

function isListed(view: View, item: Item, ids: string[]): boolean {
	return item.kind === 'topic' && item.closed_at === null && item.child_id === view.me && ids.includes(item.id);
}

/** Taken back: only whoever had opened it still sees that it was there, and whoever wrote it or was warned by it. */
const staysWith = (item: Item, { why, person_id }: Reader): boolean =>
	why === 'author' || why === 'raised' || openedBy(item).includes(person_id);
