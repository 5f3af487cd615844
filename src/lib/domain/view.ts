/**
 * The one document that a person reads: everything that my_view shows to one login. Field names are the database's.
 * Times are ISO strings in UTC, `date`s are YYYY-MM-DD in the home's time zone, a null `until` means "no end".
 */
import type { Face } from './face.ts';
import type { Aside, Day, Doubt, Helped, Id, Item, Time, Waiting } from './item.ts';
import type { Device, Invite } from './device.ts';
import type { HandoverLine, OpenThing } from './house.ts';
import type { Tablet } from './tablet.ts';
import type { Label, Nation } from './vocabulary/home.ts';
import type { Role } from './vocabulary/roles.ts';
import type { SectionKey } from './vocabulary/sections.ts';
import type { Activity, Aim, DayPart, Ended, How, SessionState } from './vocabulary/sessions.ts';

export type * from './item.ts';
export type * from './device.ts';
export type * from './house.ts';
export type * from './tablet.ts';

export type { Ended, How, Nation, Role, SectionKey };

/** A home's own words (law 13). A missing label means the product's word, in the reader's language. */
export type Labels = { [L in Label]?: string };

export interface Home {
	id: Id;
	name: string;
	nation: Nation;
	time_zone: string; // IANA, for instance Europe/London
	labels: Labels;
	rhythm_days: number | null; // how often a session is meant to be; null: agreed with each child
	unread_hours: number; // after so long unread, an item moves to the next person
	answer_hours: number; // after so long unanswered, too
	complaint_hours: number; // the same for a complaint
	reading_days: number; // for so long a child who left reads on
	recordings?: boolean; // whether children may say something aloud; not in what an older app kept
	demo: boolean;
}

export interface Person extends Face {
	id: Id;
	role: Role;
	joined: boolean; // has a device or sign-in that works
	reached_by: Id[]; // adults who might hold every sign-in of this adult: what leaves one of them out does not reach this person yet
	at_work: boolean; // false: "not at work now"; nobody need know why
	left_at: Time | null;
}

export interface KeyWorker {
	id: Id;
	child_id: Id;
	worker_id: Id;
	place: 1 | 2;
	from_at: Time;
	until: Time | null;
	because: string | null; // why it ended
}

export interface Away {
	id: Id;
	worker_id: Id;
	cover_id: Id | null;
	from_at: Time;
	until: Time;
	refused_by: Id[]; // children who said no to this cover; a child sees only itself here
}

export interface Card {
	person_id: Id;
	job: string;
	things: { symbol: string | null; words: string }[]; // three things I am happy to share
	reach: string; // how to reach me
	here: string; // when I am here
	picture: string | null; // hash of a picture; null: no drawing or photo yet
	at: Time;
}

/** When a child would rather meet. (What is null or missing was not said.) */
export interface OtherTime {
	words: string;
	day?: Day | null;
	part?: DayPart | null;
}

/** When, where, how and what for. */
export interface SessionPlan {
	starts_at: Time;
	place: string;
	how: How;
	purpose: string;
	aims?: Aim[] | null; // what an older version did not say
}

export type SessionEvent = { id: Id; person_id: Id; at: Time } & (
	| ({ kind: 'planned'; unplanned?: boolean } & SessionPlan)
	| ({ kind: 'changed' } & SessionPlan)
	| { kind: 'cancelled'; because: string }
	| ({ kind: 'how_picked'; how: How; doubt?: Doubt | null } & Partial<Activity>)
	| ({ kind: 'other_time_asked'; doubt?: Doubt | null } & OtherTime)
	| { kind: 'not_today'; doubt?: Doubt | null }
	| { kind: 'recorded'; talked: string; came: string; went: string; good: string } // the worker's four lines, to the child
	| { kind: 'tapped'; mine: Helped; ended: Ended; words?: string | null; doubt?: Doubt | null } // the child's two taps
);

/** Our time. Who is neither the child, nor the worker it is with, nor that worker's cover sees only when it is. */
export interface Session {
	id: Id;
	child_id: Id;
	with_id: Id;
	starts_at: Time;
	state: SessionState;
	events: SessionEvent[];
}

export interface Pledge {
	id: Id;
	child_id: Id;
	session_id: Id | null;
	owner_id: Id;
	made_by: Id;
	words: string;
	due: Day;
	made_at: Time;
	ended_at: Time | null;
	kept: boolean | null; // null: still open
	because: string | null; // why it was not kept
}

/** "How we meet": agreed when both have said yes to the newest version. */
export interface Agreement {
	id: Id;
	child_id: Id;
	made_by: Id;
	made_at: Time;
	how_often: string;
	where_we_meet: string;
	how_to_stop: string;
	notes_kept: string;
	agreed: { person_id: Id; at: Time }[];
}

/** Somebody shared a child's thing to keep safe with an adult whom the child had left out. I am above all of them. */
export interface Oversight {
	id: Id;
	at: Time;
	child_id: Id;
	person_id: Id;
	with_ids: Id[];
	hidden: boolean;
	because: string;
}

/** One line of a section: a heading, something to know, or somebody to ring. */
export type Line = { words: string; symbol: string | null } & (
	{ kind: 'head' | 'line'; number: null } | { kind: 'ring'; number: string }
);

/** One version of a section. A child sees those in force; adults also what waits and the last ones before. */
export interface Section {
	id: Id;
	section: SectionKey;
	lines: Line[];
	review_by: Day;
	author_id: Id;
	at: Time;
	approved_by: Id | null; // the second adult, where one is needed
	in_force: boolean;
}

export interface View {
	shape: 1;
	epoch: Id; // changes when a backup was restored: then done calls are sent again
	last_call: number; // my calls up to this number are in this view
	me: Id;
	login: Id;
	home: Home;
	people: Person[];
	key_workers: KeyWorker[];
	away: Away[];
	cards: Card[];
	items: Item[];
	waiting: Waiting[];
	house: OpenThing[]; // for whoever leads the home
	handover: HandoverLine[]; // for whoever works in it
	oversight: Oversight[];
	sessions: Session[];
	promises: Pledge[];
	agreements: Agreement[];
	sections: Section[];
	unclear?: { page: string; marks: number }[]; // pages that somebody did not get, for adults; not in what an older app kept
	devices: Device[];
	invites: Invite[];
	aside?: Aside[]; // set aside on this device: what it cannot draw
	more_items?: boolean; // more is open than a view holds: these are the oldest
	tablets?: Tablet[]; // workers' and managers'; an older database has none
}
