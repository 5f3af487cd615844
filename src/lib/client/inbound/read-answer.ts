import type { Outcome } from '$lib/domain/calls.ts';
import { isEvidence, sieveAudit } from '$lib/domain/checks/evidence-shapes.ts';
import { sieveGuide, sieveItems } from '$lib/domain/checks/sieve.ts';
import type { Audit, Evidence } from '$lib/domain/evidence.ts';
import type { OldItems, Time } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import type { DeviceStop } from '../view-state.ts';
import type { CodeState, GuideAnswer, PictureAnswer, ViewAnswer } from '../outbound/reply.ts';

// What comes from the network is looked at before it is believed: a page of a hotel's Wi-Fi is no answer of ours.

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
/** An answer that lacks one of these is none: an empty list would say that there is nothing. */
const NEEDED = [
	'people',
	'items',
	'sessions',
	'sections',
	'cards',
	'promises',
	'key_workers',
	'away',
	'waiting',
	'devices'
];
const STATES = ['good', 'used', 'ended', 'expired', 'unknown'] as const;
const BRINGS = ['child', 'staff', 'tablet'] as const;

export function readCodeState(data: unknown): CodeState | null {
	if (!isObject(data)) return null;
	const state = STATES.find((one) => one === data['state']);
	const brings = BRINGS.find((one) => one === data['for']) ?? null; // a newer server's code may be for what we do not know
	return state ? { state, for: brings } : null;
}

export function readView(data: unknown): ViewAnswer | null {
	const dated = readDated(data);
	if (!dated || !isObject(data)) return null;
	const { view } = data;
	const told = { stop: readStop(data['stop']), lacks: data['lacks'] === true };
	return view === null || isView(view) ? { ...dated, view, ...told } : null;
}

/** Why there is no view: this device was stopped, or is one of two that dispute. */
function readStop(data: unknown): DeviceStop | null {
	if (!isObject(data)) return null;
	const { at, device, made_at, invited_by } = data;
	if (typeof at !== 'string' || typeof device !== 'string' || typeof made_at !== 'string') return null;
	const by = typeof invited_by === 'string' ? invited_by : null;
	return {
		at,
		device,
		made_at,
		invited_by: by,
		stopped: data['stopped'] === true,
		contested: data['contested'] === true
	};
}

export function readGuide(data: unknown): GuideAnswer | null {
	const dated = readDated(data);
	if (!dated || !isObject(data)) return null;
	if (data['guide'] === null) return { ...dated, guide: null };
	const guide = sieveGuide(data['guide']);
	return guide && { ...dated, guide };
}

function readDated(data: unknown): { version: string; now: Time } | null {
	if (!isObject(data)) return null;
	const { version, now } = data;
	if (typeof version !== 'string' || typeof now !== 'string' || Number.isNaN(Date.parse(now))) return null;
	return { version, now };
}

export function readOutcomes(data: unknown): Outcome[] | null {
	return Array.isArray(data) ? data.flatMap((one: unknown) => readOutcome(one) ?? []) : null;
}

export function readPictures(data: unknown): PictureAnswer[] | null {
	if (!Array.isArray(data)) return null;
	return data.flatMap((one: unknown) =>
		isObject(one) && typeof one['hash'] === 'string' && typeof one['data'] === 'string'
			? [{ hash: one['hash'], data: one['data'] }]
			: []
	);
}

export const readItems = (data: unknown): OldItems | null => sieveItems(data);
export const readEvidence = (data: unknown): Evidence | null => (isEvidence(data) ? data : null);
export const readAudit = (data: unknown): Audit | null => sieveAudit(data);

function readOutcome(data: unknown): Outcome | null {
	if (!isObject(data) || typeof data['id'] !== 'string') return null;
	const { id, end, seq, code } = data;
	if (end === 'done' && typeof seq === 'number') return { id, end, seq };
	if ((end === 'refused' || end === 'later') && typeof code === 'string') return { id, end, code };
	return null;
}

/** Ours, and of the shape that we understand. Which of its rows can be drawn is looked at when it is shown: a newer app may know more. */
function isView(data: unknown): data is View {
	if (!isObject(data) || data['shape'] !== 1 || !isObject(data['home'])) return false;
	if (typeof data['epoch'] !== 'string' || typeof data['last_call'] !== 'number') return false;
	return typeof data['me'] === 'string' && NEEDED.every((name) => Array.isArray(data[name]));
}
