import type { Day, Id, Time } from './item.ts';

/** How many days things took: of how many, the one in the middle, the longest. */
export interface Spread {
	count: number;
	median: number | null;
	longest: number | null;
}

/** Asked in a month, and of those answered by now. */
export interface AskedInMonth {
	month: string; // "2026-03"
	asked: number;
	answered: number;
}

/** What a child said no to. Null: fewer than five, so that no child is found by it. */
type OrFewer = number | null;

/** How a home listens, in a period: counts and days. All but `complaints` is the same for everybody who may ask. */
export interface Evidence {
	at: Time; // when it was counted
	from: Day;
	to: Day;
	people: { children: number; adults: number };
	asking: { months: AskedInMonth[]; late: number };
	answers: {
		kinds: { yes: number; partly: number; no: number; not_now: number; not_mine: number };
		late: number;
		days: number[]; // 0 to 1, 2 to 3, 4 to 7, 8 to 14, 15 and more
		took: Spread;
		asked_again: OrFewer;
		did_not_help: OrFewer;
	};
	rhythm: { days: number; times: number; met: number } | null; // null: agreed with each child
	sessions: { held: number; cancelled: number; not_recorded: number; not_today: OrFewer };
	promises: { made: number; kept: number; kept_late: number; not_kept: number; late: number; open: number };
	first_days: { came: number; card: Spread; session: Spread };
	guide: { parts: number; past_review: number; written: number; last_at: Time | null };
	/** Those of my own register: on nobody's paper. */
	complaints: {
		came: number;
		open: number;
		late: number;
		asked_again: number;
		taken_back: number;
		found: { upheld: number; partly_upheld: number; not_upheld: number; not_mine: number };
	};
}

/** What changes who may do or read what. A newer database may know more. */
export const ACCESS_CHANGES = [
	'add_person',
	'person_left',
	'at_work',
	'not_at_work',
	'set_key_worker',
	'end_key_worker',
	'set_away',
	'end_away',
	'invite',
	'end_code',
	'joined',
	'approve_device',
	'cut_off_device',
	'keep_device',
	'invite_tablet',
	'cut_off_tablet',
	'set_home'
] as const;
export type AccessChange = (typeof ACCESS_CHANGES)[number];

/** One line of the audit: who changed whose access, with whom, on which device, and why, where a reason was asked. */
export interface AuditLine {
	at: Time;
	what: string;
	person_id: Id | null; // null: whoever set the home up
	about_id: Id | null;
	with_id: Id | null;
	device: string | null;
	because: string | null;
}

export interface Audit {
	lines: AuditLine[];
	lost: number; // lines that cannot be drawn
	more: boolean;
}
