import type { Id, Time } from './item.ts';

/** A login: one person on one device (a child), or one sign-in (staff). */
export interface Device {
	id: Id;
	person_id: Id;
	device: string;
	made_at: Time;
	invited_by: Id | null;
	approved_at: Time | null; // approved on a device of the person's own (or a staff member's first sign-in)
	approved_by: Id[]; // adults who approved it; two are needed
	cut_off_at: Time | null;
	disowned_at: Time | null; // two adults settled that it was never this person's
	own: boolean; // it speaks and decides for its person
	reached_by: Id[]; // adults whose codes lead to it, and whom nobody else's yes rules out
	stop: Stop | null;
}

/** Another device of the child stopped it; contested: it said that it is the child's all the same. */
export interface Stop {
	by: Id;
	at: Time;
	contested_at: Time | null;
}

export interface Invite {
	id: Id;
	person_id: Id;
	device: string;
	made_by: Id | null;
	made_at: Time;
	expires_at: Time;
	used_at: Time | null;
	ended_at: Time | null; // taken back, or a newer one was made for this person
}
