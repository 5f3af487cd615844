import type { Outcome } from '$lib/domain/calls.ts';
import type { HomeGuide } from '$lib/domain/pairing.ts';
import type { Item, Time, View } from '$lib/domain/view.ts';
import type { CodeState, GuideAnswer, PictureAnswer, ViewAnswer } from './reply.ts';

// What comes from the network is looked at before it is believed: a page of a hotel's Wi-Fi is no answer of ours.

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
const STATES = ['good', 'used', 'expired', 'unknown'] as const;
const BRINGS = ['child', 'staff', 'tablet'] as const;

export function readState(data: unknown): CodeState | null {
	if (!isObject(data)) return null;
	const state = STATES.find((one) => one === data['state']);
	const brings = BRINGS.find((one) => one === data['for']) ?? null; // a newer server's code may be for what we do not know
	return state ? { state, for: brings } : null;
}

export function readView(data: unknown): ViewAnswer | null {
	const dated = readDated(data);
	if (!dated || !isObject(data)) return null;
	const { view } = data;
	return view === null || isView(view) ? { ...dated, view, lacks: data['lacks'] === true } : null;
}

export function readGuide(data: unknown): GuideAnswer | null {
	const dated = readDated(data);
	if (!dated || !isObject(data)) return null;
	const { guide } = data;
	return guide === null || isGuide(guide) ? { ...dated, guide } : null;
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

export function readItems(data: unknown): Item[] | null {
	return Array.isArray(data) && data.every(isItem) ? data : null;
}

function readOutcome(data: unknown): Outcome | null {
	if (!isObject(data) || typeof data['id'] !== 'string') return null;
	const { id, end, seq, code } = data;
	if (end === 'done' && typeof seq === 'number') return { id, end, seq };
	if (end === 'refused' && typeof code === 'string') return { id, end, code };
	return null;
}

const LISTS = [
	'sections',
	'people',
	'items',
	'sessions',
	'cards',
	'promises',
	'key_workers',
	'away',
	'waiting',
	'devices'
] as const;

/** Whole and of the shape that we understand. Its lists were made by our own function, and are not looked into. */
function isView(data: unknown): data is View {
	if (!isObject(data) || data['shape'] !== 1) return false;
	if (typeof data['epoch'] !== 'string' || typeof data['last_call'] !== 'number') return false;
	return typeof data['me'] === 'string' && isObject(data['home']) && LISTS.every((name) => Array.isArray(data[name]));
}

const isGuide = (data: unknown): data is HomeGuide =>
	isObject(data) &&
	isObject(data['home']) &&
	typeof data['home']['name'] === 'string' &&
	Array.isArray(data['sections']);

const isItem = (data: unknown): data is Item =>
	isObject(data) && typeof data['id'] === 'string' && Array.isArray(data['events']);
