import type { Id, Time } from './item.ts';

/** A tablet of the home that shows what the home wrote, also when no drawer is open; or a code for one. It is nobody's. */
export interface Tablet {
	id: Id;
	device: string;
	made_by: Id;
	made_at: Time;
	expires_at: Time; // of the code
	used_at: Time | null; // null: nobody used the code yet
	cut_off_at: Time | null; // of a code that nobody used: taken back
}
