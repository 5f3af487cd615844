import type { CallArgs } from '../../../src/lib/domain/calls.ts';
import { facesToShow } from '../../../src/lib/domain/reading/faces.ts';
import type { Item } from '../../../src/lib/domain/item.ts';
import type { ItemKind } from '../../../src/lib/domain/vocabulary/items.ts';
import { ABOUT_PARTS, type AboutMe } from '../../../src/lib/domain/vocabulary/about-me.ts';
import { AREAS, MARKS, TAKES_PART, type Meeting } from '../../../src/lib/domain/vocabulary/meeting.ts';
import type { View } from '../../../src/lib/domain/view.ts';
import type { Random } from './random.ts';
import { recordingsOf } from './sounds.ts';

/** What whoever makes up calls knows: their own view, and ids of things that others made. */
export interface Writer {
	random: Random;
	view: View;
	now: string;
	ids: string[];
}

const WORDS = [
	'See my brother',
	'أريد أن أرى أخي',
	'🐋'.repeat(5000),
	'🐋'.repeat(5001),
	' ',
	'',
	'A bike',
	'Football'
];

export const words = ({ random }: Writer) => (random.once(4) ? random.pick(WORDS) : 'Can I see my brother?');
export const reason = ({ random }: Writer) =>
	random.once(6) ? random.pick(['', ' ', 'x'.repeat(301)]) : 'We asked, and it fits.';
/** Seldom one that is there already. */
export const newId = ({ random, view }: Writer) =>
	random.once(40) && view.items.length > 0 ? random.pick(view.items).id : random.id();

/** One of these, or seldom something that the writer does not see. */
export function oneOf<T extends { id: string }>({ random, ids }: Writer, list: T[]): string {
	if (list.length > 0 && !random.once(15)) return random.pick(list).id;
	return random.once(2) && ids.length > 0 ? random.pick(ids) : random.id();
}

export const anItem = (writer: Writer, fits: (item: Item) => boolean = () => true) => {
	const fitting = writer.view.items.filter(fits);
	return oneOf(writer, fitting.length > 0 && !writer.random.once(5) ? fitting : writer.view.items);
};

export const aPerson = (writer: Writer) => oneOf(writer, writer.view.people);
export const aChild = (writer: Writer) =>
	oneOf(
		writer,
		writer.view.people.filter(({ role }) => role === 'child')
	);
const staffOf = ({ view }: Writer) => view.people.filter(({ role }) => role !== 'child').map(({ id }) => id);

interface Draft {
	readers: string[];
	left_out: string[];
	may_move: boolean;
	about: string | null;
}

/** Whom something is for. Most drafts are such as the screens would make. */
function draftOf(writer: Writer, kind: ItemKind): Draft {
	const { random, view } = writer;
	const staff = random.once(10) ? view.people.map(({ id }) => id) : staffOf(writer);
	const about = kind === 'request' || (kind === 'complaint' && random.once(2)) ? random.pick(staff) : null;
	const free = staff.filter((id) => id !== about || random.once(20));
	const readers = random.shuffled(free).slice(0, random.once(25) ? 0 : 1 + random.upTo(2));
	const others = free.filter((id) => !readers.includes(id) || random.once(30));
	return { readers, left_out: random.some(others, 3), may_move: random.once(2), about };
}

export function saidOf(writer: Writer, kind: ItemKind, child?: string) {
	const { random, view, now } = writer;
	const draft = draftOf(writer, kind);
	const faces = facesToShow(view, { kind, ...draft, ...(child === undefined ? {} : { child }) }, now);
	const shown = random.once(2) ? faces : random.some(faces);
	const symbol = random.once(3) ? random.pick(['bird', 'home', 'Not A Symbol']) : null;
	const isChild = view.people.some(({ id, role }) => id === view.me && role === 'child');
	const recording = isChild && random.once(3) ? random.pick(recordingsOf(view.me)) : null;
	return { id: newId(writer), symbol, words: words(writer), picture: null, recording, ...draft, shown };
}

const PAGE: Meeting = { parts: [], there: ['Mum'], not_there: [], how: null };

/** A page for a review: mostly such as the screens would make. */
function aMeeting(writer: Writer): Meeting {
	const { random } = writer;
	const parts = random.some([...AREAS, ...(random.once(12) ? AREAS : [])]).map((area) => ({
		area,
		marks: random.some([...MARKS, ...(random.once(12) ? MARKS : [])]),
		words: random.once(8)
			? words(writer)
			: random.pick(['', 'Lunch is too loud.', 'x'.repeat(random.once(12) ? 1001 : 1000)])
	}));
	const names = () =>
		random.some(random.once(12) ? WORDS : ['Mum', 'Gran', 'أمي', '🐋'.repeat(random.once(9) ? 41 : 40)]);
	const [there, not_there] = random.once(9) ? [names(), names()] : [names(), []];
	const said = parts.filter((part) => random.once(12) || part.marks.length > 0 || part.words !== '');
	return { parts: said, there, not_there, how: random.pick([...TAKES_PART, null]) };
}

const TOLD: AboutMe = { parts: [{ part: 'one', symbol: 'dog', words: '' }] };

/** What a child tells of themselves, likewise. */
function anAboutMe(writer: Writer): AboutMe {
	const { random } = writer;
	const parts = random.some([...ABOUT_PARTS, ...(random.once(12) ? ABOUT_PARTS : [])]).map((part) => ({
		part,
		symbol: random.pick([null, 'dog', random.once(9) ? 'Not A Symbol' : 'home']),
		words: random.once(8)
			? words(writer)
			: random.pick(['', 'Sit near me.', '🐋'.repeat(random.once(12) ? 1001 : 1000)])
	}));
	return { parts: parts.filter((part) => random.once(12) || part.symbol !== null || part.words !== '') };
}

/** What each call that says something takes of it. A note is about `child`. */
export const TAKES = {
	send_wish: (said: Said): CallArgs['send_wish'] => ({ ...topicOf(said), may_move: said.may_move }),
	send_meeting: (said: Said, _?: string, meeting = PAGE): CallArgs['send_meeting'] => ({
		...topicOf(said),
		may_move: said.may_move,
		meeting
	}),
	send_about_me: (said: Said, _?: string, about_me = TOLD): CallArgs['send_about_me'] => ({
		...topicOf(said),
		about_me
	}),
	put_topic: (said: Said): CallArgs['put_topic'] => topicOf(said),
	complain: (said: Said): CallArgs['complain'] => said,
	ask_for_another_key_worker: (said: Said, me: string): CallArgs['ask_for_another_key_worker'] => ({
		...said,
		about: said.about ?? me
	}),
	write_note: (said: Said, child: string): CallArgs['write_note'] => ({ ...writtenOf(said), child })
};

type Said = ReturnType<typeof saidOf>;

const writtenOf = ({ id, symbol, words, picture, readers, left_out, shown }: Said) => ({
	...{ id, symbol, words, picture, readers, left_out, shown }
});
const topicOf = (said: Said) => ({ ...writtenOf(said), recording: said.recording });

export const SAYING = {
	send_wish: (writer: Writer) => TAKES.send_wish(saidOf(writer, 'wish')),
	send_meeting: (writer: Writer) => TAKES.send_meeting(saidOf(writer, 'meeting'), undefined, aMeeting(writer)),
	send_about_me: (writer: Writer) => TAKES.send_about_me(saidOf(writer, 'about_me'), undefined, anAboutMe(writer)),
	put_topic: (writer: Writer) => TAKES.put_topic(saidOf(writer, 'topic')),
	complain: (writer: Writer) => TAKES.complain(saidOf(writer, 'complaint')),
	ask_for_another_key_worker: (writer: Writer) =>
		TAKES.ask_for_another_key_worker(saidOf(writer, 'request'), writer.view.me),
	write_note: (writer: Writer) => {
		const child = aChild(writer);
		return TAKES.write_note(saidOf(writer, 'note', child), child);
	}
};
