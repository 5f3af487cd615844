import type { Item, ItemEvent } from '../../src/lib/domain/item.ts';
import type { Person, View } from '../../src/lib/domain/view.ts';
import { emptyLists } from './lists.ts';

/** Tuesday, in the afternoon. Sam is away until Thursday, Jo covers. */
export const NOW = '2026-06-16T15:00:00.000Z';
export const THURSDAY = '2026-06-18T07:00:00.000Z';

/** A time so many hours from NOW. */
export const hours = (count: number): string => new Date(Date.parse(NOW) + count * 3_600_000).toISOString();

const person = (id: string, role: Person['role']): Person => ({
	id,
	role,
	name: id.charAt(0).toUpperCase() + id.slice(1),
	picture: null,
	joined: true,
	reached_by: [],
	at_work: true,
	left_at: null
});

/** Maple House as Robin sees it. A person's id is their name. */
export function mapleHouse(change: Partial<View> = {}): View {
	const key = { child_id: 'robin', from_at: hours(-1000), until: null, because: null };
	return {
		...emptyLists(),
		shape: 1,
		epoch: 'epoch',
		last_call: 0,
		me: 'robin',
		login: 'login',
		home: {
			id: 'maple',
			name: 'Maple House',
			nation: 'england',
			time_zone: 'Europe/London',
			labels: {},
			rhythm_days: 7,
			unread_hours: 24,
			answer_hours: 168,
			complaint_hours: 240,
			reading_days: 90,
			demo: true
		},
		people: [
			person('robin', 'child'),
			person('sam', 'worker'),
			person('jo', 'worker'),
			person('alex', 'worker'),
			person('pat', 'manager'),
			person('morgan', 'responsible_individual')
		],
		key_workers: [
			{ ...key, id: 'k1', worker_id: 'sam', place: 1 },
			{ ...key, id: 'k2', worker_id: 'jo', place: 2 }
		],
		away: [{ id: 'a1', worker_id: 'sam', cover_id: 'jo', from_at: hours(-48), until: THURSDAY, refused_by: [] }],
		...change
	};
}

/** A wish of Robin's to Sam and Jo, sent ten days ago. */
export function wish(change: Partial<Item> = {}): Item {
	const sent = hours(-240);
	return {
		id: 'wish',
		kind: 'wish',
		child_id: 'robin',
		author_id: 'robin',
		symbol: 'family',
		words: 'See Leo',
		picture: null,
		about_id: null,
		may_move: false,
		unread_hours: 24,
		answer_hours: 168,
		place: null,
		doubt: null,
		elsewhere: false,
		sent_at: sent,
		asked_at: sent,
		opened_at: null,
		answered_at: null,
		taken_back_at: null,
		closed_at: null,
		planned_in: null,
		picked: ['jo', 'sam'],
		left_out: [],
		shown: ['sam', 'jo', 'pat', 'morgan'],
		readers: [],
		events: [],
		...change
	};
}

export const opened = (person_id: string, at: string): ItemEvent => ({
	id: `${person_id} ${at}`,
	person_id,
	at,
	kind: 'opened'
});
