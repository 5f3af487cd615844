import { instant } from '../../time/instants.ts';
import type { Device, Invite } from '../../device.ts';
import type { Id, Time } from '../../item.ts';
import type { Person, View } from '../../view.ts';

/** Whether a code still lets somebody in. */
export const isLiveCode = ({ used_at, ended_at, expires_at }: Invite, now: Time): boolean =>
	used_at === null && ended_at === null && instant(expires_at) > instant(now);

/** The one code that somebody has, if they have any. */
export const liveCodeOf = (view: View, person: Id, now: Time): Invite | null =>
	view.invites.find((invite) => invite.person_id === person && isLiveCode(invite, now)) ?? null;

/** The devices and sign-ins of somebody that work, the newest first. */
export const workingDevices = (view: View, person: Id): Device[] =>
	view.devices
		.filter(({ person_id, cut_off_at }) => person_id === person && cut_off_at === null)
		.sort((a, b) => instant(b.made_at) - instant(a.made_at));

/** Whom a sheet of codes is for: those who have no way in, and no code. */
export const withoutWayIn = (view: View, people: readonly Person[], now: Time): Person[] =>
	people.filter(({ id }) => workingDevices(view, id).length === 0 && liveCodeOf(view, id, now) === null);
