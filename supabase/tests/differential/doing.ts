import { ANSWERS } from '../../../src/lib/domain/vocabulary/items.ts';
import type { Aim } from '../../../src/lib/domain/vocabulary/sessions.ts';
import type { CallArgs } from '../../../src/lib/domain/calls.ts';
import { aChild, anItem, aPerson, newId, oneOf, reason, words, type Writer } from './saying.ts';

const hours = ({ now }: Pick<Writer, 'now'>, n: number) =>
	new Date(Date.parse(now) + n * 3_600_000 + 31 * 60_000).toISOString();
const inDays = ({ now }: Writer, n: number) => hours({ now }, 24 * n).slice(0, 10);
const day = (writer: Writer) =>
	writer.random.pick([
		inDays(writer, 9),
		inDays(writer, 1700),
		inDays(writer, 2000),
		`${String(new Date(writer.now).getUTCFullYear())}-02-30`
	]);
const dayOrNone = (writer: Writer) =>
	writer.random.once(4) ? null : writer.random.once(9) ? day(writer) : inDays(writer, 9);
const onItem = (writer: Writer, ...fits: Parameters<typeof anItem> extends [Writer, (infer F)?] ? F[] : never) => ({
	id: newId(writer),
	item: anItem(writer, fits[0])
});
const onSession = (writer: Writer) => ({ id: newId(writer), session: oneOf(writer, writer.view.sessions) });
const helped = ({ random }: Writer) => random.pick(['yes', 'a_bit', 'no'] as const);
const how = ({ random }: Writer) => random.pick(['talk', 'walk', 'drive', 'activity'] as const);
const line = ({ random }: Writer, most = 300) =>
	random.once(12) ? 'x'.repeat(most + 1) : random.pick(['In the garden', '']);

const planOf = (writer: Writer) => ({
	starts_at: writer.random.once(25) ? 'soon' : hours(writer, writer.random.upTo(200) - 20),
	place: writer.random.once(8) ? line(writer) : 'In the garden',
	how: how(writer),
	purpose: writer.random.once(8) ? line(writer, 5000) : 'To talk',
	aims: writer.random.pick<Aim[] | null>([null, [], ['review', 'issue'], ['swim' as 'review'], ['past', 'past']])
});

/** What happens to what was said, and our time. */
export const DOING = {
	change_topic: (writer: Writer) => ({
		...onItem(writer, ({ kind }) => kind === 'topic'),
		symbol: writer.random.pick([null, 'bird', '??']),
		words: words(writer)
	}),
	order_topics: ({ random, view }: Writer) => {
		const topics = view.items.filter(({ kind, closed_at }) => kind === 'topic' && closed_at === null);
		const ids = [...topics, ...random.some(view.items, 9)].map(({ id }) => id);
		return { items: random.shuffled([...new Set(ids)]) };
	},
	take_back: (writer: Writer) => onItem(writer),
	let_in: (writer: Writer) => {
		const waits = writer.view.items.filter(({ readers }) => readers.some((one) => !one.words));
		const item = writer.random.pick([...waits, null, null]) ?? null;
		const whom = item?.readers.find((one) => !one.words)?.person_id;
		return { id: newId(writer), item: item?.id ?? anItem(writer), whom: whom ?? aPerson(writer) };
	},
	disown_item: (writer: Writer) => onItem(writer, ({ elsewhere }) => elsewhere),
	give_too: (writer: Writer) => ({ ...onItem(writer, ({ closed_at }) => closed_at === null), whom: aPerson(writer) }),
	take_from: (writer: Writer) => {
		const item = writer.random.pick([...writer.view.items.filter(({ picked }) => (picked?.length ?? 0) > 1), null]);
		const whom = writer.random.pick([...(item?.picked ?? []), null]);
		return { id: newId(writer), item: item?.id ?? anItem(writer), whom: whom ?? aPerson(writer) };
	},
	say_if_it_helped: (writer: Writer) => ({
		...onItem(writer, ({ answered_at }) => answered_at !== null),
		helped: helped(writer)
	}),
	reopen: (writer: Writer) => ({
		...onItem(writer, ({ answered_at }) => answered_at !== null),
		words: writer.random.once(2) ? words(writer) : null
	}),
	open_item: (writer: Writer) => onItem(writer),
	plan_item: (writer: Writer) => {
		const { view } = writer;
		const session = writer.random.once(3) ? undefined : view.sessions.find(({ state }) => state === 'planned');
		const item = view.items.find((one) => one.child_id === session?.child_id && one.closed_at === null);
		return {
			id: newId(writer),
			item: item?.id ?? anItem(writer),
			session: session?.id ?? oneOf(writer, view.sessions)
		};
	},
	unplan_item: (writer: Writer) => onItem(writer, ({ planned_in }) => planned_in !== null),
	answer_item: (writer: Writer) => ({
		...onItem(writer, ({ closed_at }) => closed_at === null),
		answer: writer.random.pick(ANSWERS),
		because: writer.random.once(9) ? words(writer) : 'We asked, and it fits.',
		will_happen: writer.random.pick([null, ' ', 'We go on Friday.', 'We go on Friday.', words(writer)]),
		by_day: dayOrNone(writer),
		asked_whom: writer.random.pick([null, '', 'Your social worker', 'Your social worker']),
		asked_on: dayOrNone(writer)
	}),
	handle_item: (writer: Writer) => ({
		...onItem(writer, ({ kind }) => kind !== 'topic' && kind !== 'note'),
		by_day: writer.random.once(5) ? inDays(writer, -2) : day(writer)
	}),
	share_to_keep_safe: (writer: Writer): CallArgs['share_to_keep_safe'] => {
		const { random } = writer;
		const people = random.shuffled(writer.view.people.filter(({ role }) => role !== 'child' || random.once(9)));
		return {
			...onItem(writer),
			with: people.slice(0, random.upTo(3)).map(({ id }) => id),
			worry_about: random.once(3) ? random.pick(writer.view.people).id : null,
			because: random.once(9) ? words(writer) : 'I fear that Robin gets hurt.',
			told_child: random.once(2),
			hidden: random.once(2)
		};
	},
	plan_session: (writer: Writer) => ({
		id: newId(writer),
		event: newId(writer),
		child: aChild(writer),
		...planOf(writer),
		unplanned: writer.random.once(4) ? true : writer.random.pick([false, null])
	}),
	change_session: (writer: Writer) => ({ ...onSession(writer), ...planOf(writer) }),
	cancel_session: (writer: Writer) => ({ ...onSession(writer), because: reason(writer) }),
	pick_how: (writer: Writer) => ({
		...onSession(writer),
		how: how(writer),
		symbol: writer.random.pick([null, 'food', 'Food']),
		words: writer.random.pick([null, 'Bake', 'x'.repeat(5001)])
	}),
	ask_other_time: (writer: Writer) => ({
		...onSession(writer),
		words: writer.random.once(2) ? words(writer) : '',
		day: writer.random.once(2) ? day(writer) : null,
		part: writer.random.pick([null, 'morning', 'midday', 'evening', 'night' as 'evening'] as const)
	}),
	not_today: (writer: Writer) => onSession(writer),
	record_session: (writer: Writer) => ({
		...onSession(writer),
		talked: words(writer),
		came: writer.random.once(8) ? words(writer) : '',
		went: words(writer),
		good: line(writer)
	}),
	tap_session: (writer: Writer) => ({
		...onSession(writer),
		mine: helped(writer),
		ended: writer.random.pick(['good', 'ok', 'hard'] as const),
		...(writer.random.once(3) ? { words: words(writer) } : {})
	}),
	make_promise: (writer: Writer) => ({
		id: newId(writer),
		child: aChild(writer),
		session: writer.random.once(3) ? oneOf(writer, writer.view.sessions) : null,
		owner: writer.random.once(2) ? writer.view.me : aPerson(writer),
		words: writer.random.once(6) ? line(writer) : 'I ring your brother.',
		due: day(writer)
	}),
	end_promise: (writer: Writer) => ({
		promise: oneOf(writer, writer.view.promises),
		kept: writer.random.once(2),
		because: writer.random.once(2) ? reason(writer) : null
	}),
	offer_agreement: (writer: Writer) => ({
		id: newId(writer),
		child: writer.random.once(3) ? writer.view.me : aChild(writer),
		how_often: line(writer),
		where_we_meet: line(writer),
		how_to_stop: line(writer),
		notes_kept: line(writer)
	}),
	agree: (writer: Writer) => ({ agreement: oneOf(writer, writer.view.agreements) })
};
