import type { Call } from '$lib/domain/calls.ts';
import type { Id } from '$lib/domain/view.ts';
import type { Lock } from './lock.ts';

/** A child's drawer on the door. waitUntil: too many wrong tries, no try before then (by App.now's clock). */
export interface DoorDrawer {
	id: Id;
	name: string;
	picture: string | null;
	style: Style;
	lock: Lock;
	waitUntil: Date | null;
	demo: string | null; // the made-up person's key, in a demo home
}

/** How a drawer looks: plain, or with its picture large. */
export type Style = 'picture' | 'plain';

/** waiting: on this device. sending: on its way now. refused: it needs the person. sent: the server has it. */
export type CallState = 'waiting' | 'sending' | 'refused' | 'sent';

/** A call that has not arrived. code says why it was refused, or why it waits (offline, too_many, server_down …). */
export interface WaitingCall {
	call: Call;
	state: Exclude<CallState, 'sent'>;
	code: string | null;
}

/** wait: milliseconds until a next try is allowed. broken: what this device kept of the drawer cannot be read. */
export type Opened = 'open' | 'wrong' | 'broken' | { wait: number };

/** The screen, and which item on it: 'wish/new', 'answer/<item id>'. */
export type DraftKey = `${string}/${string}`;
