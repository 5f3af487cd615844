import type { Answer, Helped } from './vocabulary/items.ts';
import type { Day, Id, Time } from './item.ts';
import type { Face } from './face.ts';
import type { AboutMe } from './vocabulary/about-me.ts';
import type { Meeting } from './vocabulary/meeting.ts';
import type { DayPart } from './vocabulary/sessions.ts';
import type { Card, Ended, How, Labels, Line, Nation, Role, SectionKey, SessionPlan } from './view.ts';

/** Who gets it. `shown` are the faces that the child saw before sending: nobody else gets words without a yes. */
interface Addressed {
	readers: Id[];
	left_out: Id[];
	shown: Id[];
}
interface Said {
	id: Id;
	symbol: string | null;
	words: string;
	picture: string | null;
}
/** A child may also say it aloud: the hash of a recording. Not given by an older version. */
interface SaidByChild extends Said {
	recording?: string | null;
}
/** Something that happens to an item. `id` is the event's own. */
interface OnItem {
	id: Id;
	item: Id;
}
interface OnSession {
	id: Id;
	session: Id;
}

/** Every write that there is: the name of a SQL function in schema `calls`, and what it takes. */
export interface CallArgs {
	// The child says something
	send_wish: SaidByChild & Addressed & { may_move: boolean };
	/** A page for my review: no second pipe, so it is read, moves on and is answered as a wish is. */
	send_meeting: SaidByChild & Addressed & { may_move: boolean; meeting: Meeting };
	/** What I tell of myself: read as a wish is by those whom I pick, but nobody is asked for anything. */
	send_about_me: Said & Addressed & { about_me: AboutMe };
	put_topic: SaidByChild & Addressed;
	complain: SaidByChild & Addressed & { may_move: boolean; about: Id | null };
	ask_for_another_key_worker: SaidByChild & Addressed & { may_move: boolean; about: Id };
	// An adult writes down what a child told them, shared as the child agreed
	write_note: Said & Addressed & { child: Id };
	// What the child does with it afterwards
	change_topic: OnItem & { symbol: string | null; words: string };
	order_topics: { items: Id[] };
	take_back: OnItem;
	let_in: OnItem & { whom: Id };
	/** One more person gets it: a new key worker, say. */
	give_too: OnItem & { whom: Id };
	/** One of those who were picked gets it no more, and is left out. Only before they opened it. */
	take_from: OnItem & { whom: Id };
	say_if_it_helped: OnItem & { helped: Helped };
	/** "This was not me", of what was said in my name on another device. It closes nothing. */
	disown_item: OnItem;
	reopen: OnItem & { words: string | null };
	// What a reader does
	open_item: OnItem;
	plan_item: OnItem & { session: Id };
	unplan_item: OnItem;
	answer_item: OnItem & {
		answer: Answer;
		because: string;
		will_happen: string | null;
		by_day: Day | null;
		asked_whom: string | null;
		asked_on: Day | null;
	};
	/** By which day it has its answer. The child is told. */
	handle_item: OnItem & { by_day: Day };
	/** `worry_about`: never among `with`. `hidden`: the child does not see it, since seeing it would be unsafe. */
	share_to_keep_safe: OnItem & {
		with: Id[];
		worry_about: Id | null;
		because: string;
		told_child: boolean;
		hidden: boolean;
	};
	// Our time
	/** `unplanned`: it has taken place, and is put down afterwards. */
	plan_session: { id: Id; event: Id; child: Id; unplanned?: boolean | null } & SessionPlan;
	change_session: OnSession & SessionPlan;
	cancel_session: OnSession & { because: string };
	/** `symbol`, `words`: do what, where it is an activity. */
	pick_how: OnSession & { how: How; symbol?: string | null; words?: string | null };
	/** A day, a part of the day or words: at least one of them. */
	ask_other_time: OnSession & { words: string; day?: Day | null; part?: DayPart | null };
	not_today: OnSession;
	record_session: OnSession & { talked: string; came: string; went: string; good: string };
	/** `words`: a line of the child's own, beside what was written. */
	tap_session: OnSession & { mine: Helped; ended: Ended; words?: string | null };
	make_promise: { id: Id; child: Id; session: Id | null; owner: Id; words: string; due: Day };
	end_promise: { promise: Id; kept: boolean; because: string | null };
	offer_agreement: {
		id: Id;
		child: Id;
		how_often: string;
		where_we_meet: string;
		how_to_stop: string;
		notes_kept: string;
	};
	agree: { agreement: Id };
	// People, cards, devices
	save_card: { id: Id } & Omit<Card, 'person_id' | 'at'>;
	/** `data` is base64 of a WebP, PNG or JPEG of at most 60 kB; `hash` is the SHA-256 of its bytes, in hex. */
	put_picture: { hash: string; data: string };
	set_my_face: Face;
	/** `worker`: the manager may say it for somebody else. */
	set_away: { id: Id; worker?: Id; from_at: Time; until: Time; cover: Id | null };
	end_away: { away: Id };
	refuse_cover: { away: Id };
	add_person: { id: Id; role: Role; name: string };
	set_at_work: { person: Id; at_work: boolean };
	person_left: { person: Id };
	set_key_worker: { id: Id; child: Id; worker: Id; place: 1 | 2; because: string | null };
	end_key_worker: { key_worker: Id; because: string };
	/** Only the SHA-256 (hex) of the code travels: the code is never in the database. */
	invite: { id: Id; person: Id; device: string; code_hash: string };
	/** Takes back a code that nobody has used. */
	end_code: { invite: Id };
	approve_device: { login: Id };
	cut_off_device: { login: Id };
	/** "This one is mine": on a device that another device of mine stopped. */
	keep_device: Record<string, never>;
	/** A code with which a tablet of the home shows what the home wrote, and opens nothing. */
	invite_tablet: { id: Id; device: string; code_hash: string };
	cut_off_tablet: { tablet: Id };
	/** A new version of what the home adds to the guide. Empty lines take a section of the home's own away. */
	publish_section: { id: Id; section: SectionKey; lines: Line[]; review_by: Day };
	/** The second adult's yes to a version of how to complain. */
	approve_section: { version: Id };
	/** A child does not get a page of the guide. `version`: of what the home wrote itself. The id is kept nowhere. */
	mark_unclear: { id: Id; page: string; version: Id | null };
	set_home: {
		name: string;
		nation: Nation;
		time_zone: string;
		labels: Labels;
		rhythm_days: number | null;
		unread_hours: number;
		answer_hours: number;
		/** For so many days a child who left reads on. Not given: as before. */
		reading_days?: number;
		/** After so long an unanswered complaint moves on. Not given: as before. */
		complaint_hours?: number;
		/** Whether children may say something aloud. Not given: as before. */
		recordings?: boolean;
	};
}

export type CallName = keyof CallArgs;

/** What a rule is given: an argument that was left out is null, as it is to the database. */
export type FullArgs<N extends CallName> = {
	[A in keyof CallArgs[N]]-?:
		Exclude<CallArgs[N][A], undefined> | (Record<never, never> extends Pick<CallArgs[N], A> ? null : never);
};

/** A write of one name (or of several). */
export type CallOf<N extends CallName> = { [M in N]: { id: Id; name: M; args: CallArgs[M]; at: Time } }[N];

/** A write. `id` is made on the device: sent twice, it happens once. `at` is the device's clock, for display only. */
export type Call = CallOf<CallName>;

/** How a call ends. There is no fourth end: `later` keeps its place, `refused` stays, is shown and can be mended. */
export type Outcome =
	| { id: Id; end: 'done'; seq: number }
	| { id: Id; end: 'later'; code: string }
	| { id: Id; end: 'refused'; code: string };
