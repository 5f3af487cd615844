import type { AboutMe } from './vocabulary/about-me.ts';
import type { Meeting } from './vocabulary/meeting.ts';
import type { Answer, Doubt, Helped, ItemKind, Why } from './vocabulary/items.ts';

export type Id = string;
export type Time = string; // ISO, UTC
export type Day = string; // YYYY-MM-DD in the home's time zone

export type { Doubt, Helped };

/** Who may open an item, why, from when and until when. words: false means "only that something waits". */
export interface Reader {
	person_id: Id;
	why: Why;
	words: boolean;
	from_at: Time;
	until: Time | null;
}

export type ItemEvent = { id: Id; person_id: Id; at: Time } & (
	| { kind: 'opened' | 'unplanned' | 'taken_back' | 'disowned' } // disowned: the child says "this was not me"
	| { kind: 'planned'; session_id: Id }
	| {
			kind: 'answered';
			answer: Answer;
			because: string;
			will_happen: string | null; // what the adults do now, or instead
			by_day: Day | null; // by when it is done, or when the child hears more
			asked_whom: string | null; // "not mine to decide": I asked this person
			asked_on: Day | null;
	  }
	| { kind: 'helped'; helped: Helped }
	| { kind: 'reopened'; words: string | null }
	| { kind: 'changed'; words: string; symbol: string | null } // what stood there before the change
	| { kind: 'handled'; by_day: Day } // this person deals with it, and answers by then
	| { kind: 'let_in'; whom: Id } // the child said yes to a reader who was not shown before
	| { kind: 'given' | 'taken_from'; whom: Id } // the child gave it to one more, or took it from one who had not opened it
	// Shared to keep safe (law 9). Hidden: from the child, who never sees such an event.
	| { kind: 'raised'; with_ids: Id[]; because: string; told_child: boolean; hidden: boolean }
);

/** A wish, topic, complaint, request, note, page for a review or what a child tells of themselves: something said, and what became of it. */
export interface Item {
	id: Id;
	kind: ItemKind;
	child_id: Id; // whose it is
	author_id: Id; // who wrote it: the child, or the adult who wrote a note
	symbol: string | null;
	words: string;
	picture: string | null; // hash of a drawing
	recording?: string | null; // hash of what the child said aloud; not in what an older app kept
	about_id: Id | null; // the person whom a complaint or a request is about: never a reader
	meeting?: Meeting | null; // what stands on a page for a review; not in what an older app kept
	about_me?: AboutMe | null; // what a child tells of themselves; likewise
	may_move: boolean; // may the words move to the next person, or only "something waits"?
	unread_hours: number | null; // the rule that the child was shown; null: it never moves
	answer_hours: number | null;
	place: number | null; // a topic's place on the list
	doubt: Doubt | null;
	elsewhere: boolean; // I said it, or it was said in my name, on another device of mine
	sent_at: Time;
	asked_at: Time; // sent, or last reopened
	opened_at: Time | null; // first opened by anybody since it was asked
	answered_at: Time | null;
	taken_back_at: Time | null;
	closed_at: Time | null; // answered, taken back, or (a topic) talked about
	planned_in: Id | null; // the session in whose plan it is
	picked: Id[] | null; // whom the author picked; null for whoever is not the author
	as_key_worker?: Id[] | null; // those of them who were the child's key worker when picked; an older snapshot has none
	left_out: Id[] | null; // whom the author left out; null for whoever is not the author
	shown: Id[] | null; // the faces that the author saw, or said yes to later; null for whoever is not the author
	readers: Reader[]; // the child sees all, also those still to come; an adult sees those of now
	events: ItemEvent[]; // in order
}

/** Something waits with me, but its words were not to move: whose, and since when. Nothing else. */
export interface Waiting {
	child_id: Id;
	asked_at: Time;
}

/** A row that this app cannot draw: in which list, and its name there, for whoever looks into the database. */
export interface Aside {
	list: string;
	id: Id | null;
}

/** Closed items of long ago, fetched by themselves. `more`: there may be others before these. */
export interface OldItems {
	items: Item[];
	aside: Aside[];
	more: boolean;
}
