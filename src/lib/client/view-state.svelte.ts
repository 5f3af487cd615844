import type { Id } from '$lib/domain/item.ts';
import type { Person, View } from '$lib/domain/view.ts';
import type { DeviceStop, DoorDrawer, QuickFace, ViewState, WaitingCall } from './view-state.ts';

/** What this device shows, as the screens read it. Only the app writes it. */
export class ReactiveViewState implements ViewState {
	/** The last snapshot with the waiting calls applied. Null while the drawer is shut, and until a first view is here. */
	view = $state.raw<View | null>(null);
	/** cut_off: this device was cut off from its person. What was not sent is still in `waiting`, for the person to see. */
	state = $state<'shut' | 'open' | 'cut_off'>('shut');
	/** The open drawer's id. */
	drawer = $state<Id | null>(null);
	online = $state(true);
	waiting = $state.raw<WaitingCall[]>([]);
	/** So many things of the open drawer may not have gone, and cannot be read on this device any more. */
	unread = $state(0);
	drawers = $state.raw<DoorDrawer[]>([]);
	/** Who of the staff opens their drawer here by numbers. */
	faces = $state.raw<QuickFace[]>([]);
	/** Whether this device was asked already: until then an empty `drawers` means nothing. */
	ready = $state(false);
	update = $state<'none' | 'waiting'>('none');
	last_synced = $state.raw<Date | null>(null);
	/** Something in the background could not be kept on this device: storage_full or storage_refused. */
	trouble = $state<string | null>(null);
	/** Why the open drawer has no contact with the server: offline, not_known … Null when all is well. */
	why = $state<string | null>(null);
	clock_offset = $state(0);
	/** Another device of the child's stopped this one, or they dispute: it shows what it had, and nothing newer. */
	stop = $state.raw<DeviceStop | null>(null);
	/** Without a touch for so long, the drawer shuts. */
	idleMinutes = 5;
	/** It is about to: one touch lets it stay. */
	locksSoon = $state(false);
	me = $derived<Person | null>(this.view?.people.find((person) => person.id === this.view?.me) ?? null);
}
