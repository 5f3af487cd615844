import type { CallArgs, CallName } from '$lib/domain/calls.ts';
import type { Id, Item, Time, View } from '$lib/domain/view.ts';
import type { Lock } from '$lib/drawer/lock.ts';
import type { DoorDrawer, DraftKey, Opened, Style, WaitingCall } from '$lib/drawer/shown.ts';

export interface ChildJoining {
	code: string;
	name: string;
	picture: string | null;
	style?: Style;
	lock: Exclude<Lock, 'password'>;
	secret: string; // a PIN, or the names of five pictures with a space between
}
export interface StaffJoining {
	code: string;
	email: string;
	password: string;
}
export interface DemoPerson {
	key: string;
	name: string;
	role: string;
	picture: string | null;
}
export type CodeAnswer =
	{ state: 'good' | 'used' | 'expired' | 'unknown'; for: 'child' | 'staff' | null } | { problem: string };

/** What is kept or dropped in the same transaction as a call. */
export interface KeepWith {
	draft?: DraftKey;
	pictures?: CallArgs['put_picture'][];
}

/** What a device tells the screens, as it changes. */
export interface Shown {
	view: View | null;
	state: 'shut' | 'open' | 'cut_off';
	drawer: Id | null;
	waiting: WaitingCall[];
	drawers: DoorDrawer[];
	last_synced: Date | null;
	trouble: string | null;
}

/** Everything that a device can do for its people. Codes instead of exceptions. */
export interface Device {
	call<N extends CallName>(name: N, args: CallArgs[N], also: KeepWith): Promise<string | null>;
	mend<N extends CallName>(id: Id, name: N, args: CallArgs[N]): Promise<string | null>;
	drop(id: Id): Promise<string | null>;
	draft<T>(key: DraftKey): Promise<T | undefined>;
	keepDraft(key: DraftKey, value: unknown): Promise<string | null>;
	dropDraft(key: DraftKey): Promise<string | null>;
	open(id: Id, secret: string): Promise<Opened>;
	checkCode(code: string): Promise<CodeAnswer>;
	joinChild(joining: ChildJoining): Promise<string | null>;
	joinStaff(joining: StaffJoining): Promise<string | null>;
	signInStaff(who: { email: string; password: string }): Promise<string | null>;
	enterDemo(person: DemoPerson): Promise<string | null>;
	remove(id: Id, evenUnsent: boolean): Promise<string | null | { unsent: number }>;
	changeLock(old: string, lock: Lock, secret: string): Promise<string | null>;
	refresh(): Promise<void>;
	older(before: Time): Promise<Item[] | { problem: string }>;
}

export function makeDevice(show: (shown: Partial<Shown>) => void): Device {
	void show;
	throw new Error('not built yet');
}
