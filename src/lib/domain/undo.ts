import type { CallName } from './calls.ts';

/** For so long, in milliseconds, what takes something away from somebody stays on the device and can be undone. */
export const UNDO = 10_000;

/**
 * What cannot be said again as if nothing had been. Cutting off a device and shutting somebody out are not among them: they
 * keep somebody safe and happen at once.
 */
const UNDOABLE = [
	'take_back',
	'take_from',
	'not_today',
	'cancel_session',
	'end_promise',
	'end_key_worker',
	'person_left'
] as const satisfies CallName[];

export type Undoable = (typeof UNDOABLE)[number];

export const canBeUndone = (name: CallName): name is Undoable => UNDOABLE.some((one) => one === name);

/** Until when a call of this name can be undone, made now. */
export const holdOf = (name: CallName, now: number): { held?: number } =>
	canBeUndone(name) ? { held: now + UNDO } : {};
