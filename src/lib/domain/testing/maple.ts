import { complete } from '../checks/arguments.ts';
import type { CallArgs, CallName, CallOf } from '../calls.ts';
import { BLANK_FACE } from '../face.ts';
import { withPlaces } from '../list-places.ts';
import type { Problem } from '../vocabulary/problems.ts';
import { RULES } from '../rules.ts';
import type { Device } from '../device.ts';
import type { Id, Item, Time } from '../item.ts';
import type { Person, Role, Session, View } from '../view.ts';

/** Tuesday morning in Maple House. Ids are names, so that tests say who it is. */
export const NOW = '2026-12-01T10:00:00.000Z';

export const hours = (many: number, from: Time = NOW): Time =>
	new Date(Date.parse(from) + many * 3_600_000).toISOString();

export const person = (id: Id, role: Role, more: Partial<Person> = {}): Person => ({
	...BLANK_FACE,
	...{ id, role, name: id, joined: true, reached_by: [], at_work: true, left_at: null },
	...more
});

const device = (id: Id, person_id: Id, more: Partial<Device> = {}): Device => ({
	...{
		id,
		person_id,
		device: 'tablet',
		made_at: hours(-99),
		invited_by: null,
		approved_at: hours(-99),
		approved_by: []
	},
	...{ cut_off_at: null, disowned_at: null, own: true, reached_by: [], stop: null },
	...more
});

/** Robin's key workers are Sam and Jo, Kai's is Jo. Sam is away until Thursday, and Jo covers. Lou works here, too. */
export function mapleAs(me: Id, more: Partial<View> = {}): View {
	const people = [
		...[
			person('jo', 'worker'),
			person('kai', 'child'),
			person('lou', 'worker'),
			person('morgan', 'responsible_individual')
		],
		...[person('pat', 'manager'), person('robin', 'child'), person('sam', 'worker')]
	];
	const keyWorker = (child_id: Id, worker_id: Id, place: 1 | 2) => ({
		...{ id: `${child_id} with ${worker_id}`, child_id, worker_id, place, from_at: hours(-999) },
		...{ until: null, because: null }
	});
	return {
		...{ shape: 1, epoch: 'epoch', last_call: 0, me, login: `${me}'s tablet` },
		home: {
			...{ id: 'maple', name: 'Maple House', nation: 'england', time_zone: 'Europe/London', labels: {} },
			...{ rhythm_days: 7, unread_hours: 24, answer_hours: 168, complaint_hours: 672, reading_days: 90, demo: false }
		},
		people,
		key_workers: [keyWorker('kai', 'jo', 1), keyWorker('robin', 'jo', 2), keyWorker('robin', 'sam', 1)],
		away: [{ id: 'leave', worker_id: 'sam', cover_id: 'jo', from_at: hours(-24), until: hours(48), refused_by: [] }],
		...{
			cards: [],
			items: [],
			waiting: [],
			house: [],
			handover: [],
			oversight: [],
			sessions: [],
			promises: [],
			agreements: [],
			sections: [],
			invites: []
		},
		devices: [device(`${me}'s tablet`, me)],
		...more
	};
}

export { device };

/** Robin's wish to see a brother: to Sam, and it may move. */
export const wish = (more: Partial<Item> = {}): Item => ({
	...{ id: 'wish', kind: 'wish', child_id: 'robin', author_id: 'robin', symbol: null, words: 'See my brother' },
	...{ picture: null, about_id: null, may_move: true, unread_hours: 24, answer_hours: 168, place: null },
	...{ sent_at: hours(-1), asked_at: hours(-1), opened_at: null, answered_at: null, taken_back_at: null },
	...{
		doubt: null,
		elsewhere: false,
		closed_at: null,
		planned_in: null,
		picked: ['sam'],
		left_out: [],
		shown: ['jo', 'pat', 'sam']
	},
	readers: [{ person_id: 'sam', why: 'picked', words: true, from_at: hours(-1), until: null }],
	events: [],
	...more
});

export const topic = (more: Partial<Item> = {}): Item =>
	wish({ id: 'topic', kind: 'topic', words: 'Football', unread_hours: null, answer_hours: null, place: 1, ...more });

/** Thursday's session of Robin with Jo. */
export const session = (more: Partial<Session> = {}): Session => ({
	...{ id: 'session', child_id: 'robin', with_id: 'jo', starts_at: hours(53), state: 'planned' },
	events: [
		{
			...{ id: 'plan', person_id: 'jo', at: hours(-5), kind: 'planned', starts_at: hours(53) },
			...{ place: 'In the garden', how: 'talk', purpose: 'To get to know each other' }
		}
	],
	...more
});

export const callOf = <N extends CallName>(name: N, args: CallArgs[N], at: Time = NOW): CallOf<N> => {
	const call: { id: Id; name: N; args: CallArgs[N]; at: Time } = { id: `call ${name}`, name, args, at };
	return call as CallOf<N>; // TypeScript cannot follow that name and args belong together
};

/** What the view shows once somebody has done this. */
export const after = <N extends CallName>(view: View, name: N, args: CallArgs[N], at: Time = NOW): View =>
	refusal(view, name, args, at) === null
		? withPlaces(RULES[name].apply(view, { ...callOf(name, args, at), args: complete(name, args) }, at))
		: view;

/** Why somebody cannot do this, by its own rule. (What an argument may be is no part of it: here, ids are names.) */
export const refusal = <N extends CallName>(view: View, name: N, args: CallArgs[N], now: Time = NOW): Problem | null =>
	RULES[name].check(view, complete(name, args), now);
