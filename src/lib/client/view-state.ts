import type { Call, CallArgs } from '$lib/domain/calls.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import type { Lock } from './local/lock.ts';

/** A child's drawer on the door. waitUntil: too many wrong tries, no try before then (by App.now's clock). */
export interface DoorDrawer {
	id: Id;
	name: string;
	picture: string | null;
	style: Style;
	lock: Lock;
	waitUntil: Date | null;
	demo: string | null; // the made-up person's key, in a demo home
	person: string | null; // stands for the person: two drawers of one are known by it
}

/** Why numbers open a drawer of staff no more: the time is over, five were wrong, its device or its sign-in was ended. */
export type QuickEnd = 'time' | 'tries' | 'off' | 'signed_out';

/** Somebody on the staff's door, who chose to stand there. */
export interface QuickFace {
	id: Id; // of their drawer
	name: string;
	picture: string | null;
	own: boolean;
	opens: boolean; // by their numbers; else the password is asked for
	why: QuickEnd | null;
	left: number; // tries
}

/** How opening by numbers ended. `left`: they were wrong, and may be tried so often still. ended: the password is asked for. */
export type QuickOpening = Exclude<Opening, 'wrong' | { wait: number }> | 'ended' | { left: number };

/** How a drawer looks: plain, or with its picture large. */
export type Style = 'picture' | 'plain';

/** waiting: on this device. sending: on its way now. refused: it needs the person. sent: the server has it. */
export type CallState = 'waiting' | 'sending' | 'refused' | 'sent';

/** A call that has not arrived. code says why it was refused, or why it waits (offline, too_many, server_down …). */
export interface WaitingCall {
	call: Call;
	state: Exclude<CallState, 'sent'>;
	code: string | null;
	held?: number | null; // until when it can be undone, by this device's clock
}

/** wait: milliseconds until a next try is allowed. broken: what this device kept of the drawer cannot be read. */
export type NotOpened = 'wrong' | 'broken' | { wait: number };

/** shut: it was locked again while it opened. */
export type Opening = 'open' | NotOpened | 'shut' | 'storage_full' | 'storage_refused';

/** The screen, and which item on it: 'wish/new', 'answer/<item id>'. */
export type DraftKey = `${string}/${string}`;

/** This device reads nothing new: another one of the child's stopped it, or (contested) both say that they are the child's. */
export interface DeviceStop {
	at: Time;
	stopped: boolean; // this one was stopped; else it is the one that stopped the other
	contested: boolean;
	device: string; // the other one
	made_at: Time;
	invited_by: string | null; // the name of whoever made the other one's code
}

/** What is kept or dropped in the same transaction as a call. */
export interface KeepWith {
	draft?: DraftKey;
	pictures?: CallArgs['put_picture'][];
}

/** What a device tells the screens, as it changes. */
export interface ViewState {
	view: View | null;
	state: 'shut' | 'open' | 'cut_off';
	drawer: Id | null;
	waiting: WaitingCall[];
	unread: number;
	drawers: DoorDrawer[];
	faces: QuickFace[];
	ready: boolean;
	last_synced: Date | null;
	trouble: string | null;
	why: string | null; // why the open drawer has no contact with the server: offline, not_known …
	clock_offset: number; // of the server's clock, in milliseconds
	stop: DeviceStop | null;
}

/** What is shown of a drawer while none is open. */
export const SHUT = {
	view: null,
	state: 'shut',
	drawer: null,
	waiting: [],
	unread: 0,
	last_synced: null,
	trouble: null,
	why: null,
	stop: null
} satisfies Partial<ViewState>;
