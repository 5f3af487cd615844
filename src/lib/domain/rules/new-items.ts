import { may } from '../abilities.ts';
import { isAboutMe } from '../checks/about-me.ts';
import { isSymbolName } from '../checks/kinds.ts';
import { isMeeting } from '../checks/meeting.ts';
import { isEmptyMeeting } from '../meeting.ts';
import type { AboutMe } from '../vocabulary/about-me.ts';
import type { Meeting } from '../vocabulary/meeting.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { type CallArgs } from '../calls.ts';
import { hoursOf, keyWorkersAmong } from '../reading/facts.ts';
import { compare, instant } from '../time/instants.ts';
import { isChildHere, itemOf, personOf, wasStaffHere, iAmChild } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import { nextPlace } from '../list-places.ts';
import { readersOf } from '../reading/reading.ts';
import { doubtHere } from '../questions/devices/device-standing.ts';
import type { Id, Item, Reader, Time } from '../item.ts';
import type { ItemKind } from '../vocabulary/items.ts';
import type { View } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { mayRecord } from '../recordings.ts';
import { firstOf, type Rule, type Rules } from './rule.ts';

type ItemCall =
	| 'send_wish'
	| 'send_meeting'
	| 'send_about_me'
	| 'put_topic'
	| 'complain'
	| 'ask_for_another_key_worker'
	| 'write_note';

const HASH = /^[0-9a-f]{64}$/;

export const isSymbol = (symbol: string | null): boolean => symbol === null || isSymbolName(symbol);
export const isHash = (hash: string | null): boolean => hash === null || HASH.test(hash);

/** What a child says, and a note that an adult writes down. */
export const NEW_ITEMS: Rules<ItemCall> = {
	send_wish: itemRule('wish'),
	send_meeting: itemRule('meeting'),
	send_about_me: itemRule('about_me'),
	put_topic: itemRule('topic'),
	complain: itemRule('complaint'),
	ask_for_another_key_worker: itemRule('request'),
	write_note: itemRule('note')
};

function itemRule<N extends ItemCall>(kind: ItemKind): Rule<N> {
	return {
		check: (view, args) => checkNewItem(view, newItem(view, kind, args)),
		apply: (view, { args, at }, now) => withItem(view, newItem(view, kind, args), at, now)
	};
}

/** What all of them say alike. */
type NewItem = CallArgs['put_topic'] & {
	kind: ItemKind;
	child: Id;
	about: Id | null;
	may_move: boolean;
	meeting: Meeting | null;
	about_me: AboutMe | null;
};

function newItem(view: View, kind: ItemKind, args: CallArgs[ItemCall]): NewItem {
	return { child: view.me, about: null, may_move: false, meeting: null, about_me: null, ...args, kind };
}

function checkNewItem(
	view: View,
	{ kind, readers, left_out, shown, about, meeting, about_me, ...args }: NewItem
): Problem | null {
	const mayWrite = kind === 'note' ? may(view, 'listen') && isChildHere(view, args.child) : may(view, 'speak');
	const isStaff = (id: Id) => wasStaffHere(view, id);
	return firstOf(
		[readers.length === 0, 'no_readers'],
		[readers.some((id) => (personOf(view, id)?.left_at ?? null) !== null), 'reader_left'],
		[left_out.includes(view.me) || readers.some((id) => left_out.includes(id) || id === about), 'picked_and_left_out'],
		[!isHash(args.picture), 'no_such_picture'], // what is no hash was never put
		[!isHash(args.recording ?? null), 'no_such_recording'],
		[isSaidAloud(args) && !mayRecord(view.home), 'no_recordings_here'],
		[!mayWrite || (about !== null && !isStaff(about)), 'not_yours'],
		[kind === 'request' && about === null, 'about_whom'],
		[meeting !== null && !isMeeting(meeting), 'bad_meeting'],
		[about_me !== null && !isAboutMe(about_me), 'bad_about_me'],
		[!isSymbol(args.symbol), 'bad_symbol'],
		[saysNothing(args) && (meeting === null || isEmptyMeeting(meeting)) && !about_me?.parts.length, 'nothing_said'],
		[lengthOf(args.words) > LIMITS.words, 'too_long'],
		[itemOf(view, args.id) !== undefined, 'already_there'],
		[![...readers, ...left_out, ...shown].every(isStaff), 'not_yours']
	);
}

type Saying = Pick<NewItem, 'words' | 'symbol' | 'picture' | 'recording'>;

const isSaidAloud = ({ recording = null }: Pick<Saying, 'recording'>): boolean => recording !== null;

const saysNothing = ({ words, symbol, picture, recording = null }: Saying): boolean =>
	isBlank(words) && symbol === null && picture === null && recording === null;

function withItem(view: View, draft: NewItem, at: Time, now: Time): View {
	const { kind, child, about, symbol, words, picture, recording = null, meeting, about_me, may_move, id } = draft;
	const item: Item = {
		...{ id, kind, child_id: child, author_id: view.me, symbol, words, picture, about_id: about, meeting, may_move },
		...{ recording, about_me },
		...hoursOf(kind, view.home),
		...{ place: kind === 'topic' ? nextPlace(view, child) : null, planned_in: null, sent_at: at, asked_at: at },
		...{
			doubt: doubtHere(view),
			elsewhere: false,
			opened_at: null,
			answered_at: null,
			taken_back_at: null,
			closed_at: null
		},
		as_key_worker: inOrder(keyWorkersAmong(view, child, draft.readers, at)),
		...{ picked: inOrder(draft.readers), left_out: inOrder(draft.left_out), shown: inOrder(draft.shown) },
		...{ readers: [], events: [] }
	};
	const items = [...view.items, { ...item, readers: readersShown(view, item, now) }];
	return { ...view, items: items.sort((a, b) => compare([instant(a.sent_at), a.id], [instant(b.sent_at), b.id])) };
}

/** Each once, as the database keeps them. */
export const inOrder = (ids: Id[]): Id[] => [...new Set(ids)].sort();

/** A child sees all who read, also those still to come; an adult sees those of now. */
function readersShown(view: View, item: Item, now: Time): Reader[] {
	const readers = readersOf(view, item, now);
	return iAmChild(view) ? readers : readers.filter(({ from_at }) => instant(from_at) <= instant(now));
}
