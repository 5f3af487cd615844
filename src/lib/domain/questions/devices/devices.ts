import { isStaffAtWork, personOf } from '../../me.ts';
import { isChild } from '../../vocabulary/roles.ts';
import type { Device } from '../../device.ts';
import type { Id } from '../../item.ts';
import type { View } from '../../view.ts';

/** Devices of mine that somebody added, and that I have neither approved nor stopped nor cut off. */
export function newDevices(view: View): Device[] {
	return view.devices.filter(
		({ id, person_id, approved_at, cut_off_at, stop }) =>
			person_id === view.me && id !== view.login && approved_at === null && cut_off_at === null && stop === null
	);
}

/** Whether a child's device may have gone with the adult who added it: they do not work here now, and nobody since has said yes to it. */
export function mayHaveGone(
	view: View,
	{ person_id, invited_by, approved_at, approved_by, cut_off_at }: Device
): boolean {
	const isAtWork = (id: Id): boolean => isStaffAtWork(view, id);
	if (!isChild(personOf(view, person_id)?.role) || cut_off_at !== null || approved_at !== null) return false;
	return invited_by !== null && !isAtWork(invited_by) && !approved_by.some(isAtWork);
}
