import type { Day, Id, Time } from './item.ts';

/** Something that waits for an answer in the house, for whoever leads the home: how long and with whom, never what. */
export interface OpenThing {
	child_id: Id;
	asked_at: Time;
	unread_by: Time | null; // by when somebody was to open it; null: somebody did
	answer_by: Time;
	with_ids: Id[]; // who can act on it now: they have its words
	stays: boolean; // the child said that its words go no further
}

/** A child's line on the handover of the whole house. Everybody who works in the home has the same. */
export interface HandoverLine {
	child_id: Id;
	came_at: Time; // since when the child is in this home
	since: Time | null; // the oldest thing that leaves out nobody
	late_from: Time | null; // when the first of such things is late
	with_ids: Id[]; // with whom the oldest is
	last_at: Time | null; // when they and a key worker last met
	next_at: Time | null;
	next_with: Id | null;
	promises: { owner_id: Id; due: Day }[];
}
