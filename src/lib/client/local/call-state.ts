import type { Id } from '$lib/domain/item.ts';
import { isAbout, idsMadeBy } from './call-ids.ts';
import type { CallState, WaitingCall } from '../view-state.ts';

/** How far an item, event, session or call has come: by what made it, else by what last happened to it here. */
export function stateOf(waiting: WaitingCall[], id: Id): CallState {
	const making = waiting.find(({ call }) => idsMadeBy(call).includes(id));
	const about = making ?? waiting.findLast(({ call }) => isAbout(call, id));
	return about?.state ?? 'sent';
}

/** Whether it has not left this device itself, whatever was done with it since. */
export const isUnsent = (waiting: WaitingCall[], id: Id): boolean =>
	waiting.some(({ call }) => idsMadeBy(call).includes(id));
