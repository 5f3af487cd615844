import { DEVICES } from '../../rules/devices.ts';
import type { Device } from '../../device.ts';
import type { Time } from '../../item.ts';
import type { View } from '../../view.ts';

/** Would this be refused? Then it is not offered: an older device of mine is not for a newer one to judge. */
export function mayAsk(view: View, device: Device, now: Time, call: 'approve_device' | 'cut_off_device'): boolean {
	if (call === 'approve_device' && device.approved_at !== null) return false;
	return DEVICES[call].check(view, { login: device.id }, now) === null;
}
