import { isChild } from '../vocabulary/roles.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { compare, DAY, instant } from '../time/instants.ts';
import { iWorkWith, myRole, personOf, iAmChild, isHereAndAtWork } from '../me.ts';
import { mayChange, manages, may } from '../abilities.ts';
import { mayPair, tabletsOf } from '../questions/devices/tablets.ts';
import { isDisputed, myYesCounts } from '../questions/devices/device-standing.ts';
import { shownName } from '../text/names.ts';
import type { Device, Invite } from '../device.ts';
import type { Person, View } from '../view.ts';
import type { Tablet } from '../tablet.ts';
import type { Time } from '../item.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { firstOf, withChanged, type Rules } from './rule.ts';

const HASH = /^(?:[0-9a-f]{2})*$/i;
const isName = (device: string) => !isBlank(shownName(device)) && lengthOf(shownName(device)) <= LIMITS.device;
const aDayAfter = (at: Time): Time => new Date(instant(at) + DAY).toISOString();
const inOrder = <T extends { id: string; made_at: Time }>(codes: T[]): T[] =>
	codes.sort((a, b) => compare([instant(a.made_at), a.id], [instant(b.made_at), b.id]));

type Names =
	'invite' | 'end_code' | 'approve_device' | 'cut_off_device' | 'keep_device' | 'invite_tablet' | 'cut_off_tablet';

/** One-time codes, and the devices that came with them. */
export const DEVICES: Rules<Names> = {
	invite: {
		check: (view, { id, person, device, code_hash }, now) =>
			firstOf(
				[!HASH.test(code_hash), 'bad_value'],
				[!mayInvite(view, personOf(view, person), now), 'not_yours'],
				[code_hash.length !== 64, 'bad_code_hash'],
				[!isName(device), 'bad_device'],
				[view.invites.some((one) => one.id === id), 'already_there']
			),
		apply: (view, { args: { id, person, device }, at }) => {
			const made = { made_by: view.me, made_at: at, expires_at: aDayAfter(at) };
			const invite: Invite = {
				id,
				person_id: person,
				device: shownName(device),
				...made,
				used_at: null,
				ended_at: null
			};
			const older = view.invites.map((one) =>
				one.person_id === person && isLive(one) ? { ...one, ended_at: at } : one
			);
			return { ...view, invites: inOrder([...older, invite]) };
		}
	},
	end_code: {
		check: (view, args) => {
			const invite = view.invites.find(({ id }) => id === args.invite);
			return invite && isLive(invite) && mayEnd(view, invite) ? null : 'no_such_code';
		},
		apply: (view, { args: { invite }, at }) => ({
			...view,
			invites: withChanged(view.invites, invite, () => ({ ended_at: at }))
		})
	},
	approve_device: {
		check: (view, { login }) => {
			const device = view.devices.find(({ id }) => id === login);
			if (!device || login === view.login || device.cut_off_at !== null) return 'no_such_device';
			if (device.person_id === view.me) return null;
			if (iAmChild(view)) return 'no_such_device';
			return myYesCounts(view, device) ? null : 'approval_does_not_count';
		},
		apply: (view, { args: { login }, at }) => ({
			...view,
			devices: withChanged(view.devices, login, (one) =>
				one.person_id === view.me
					? { approved_at: one.approved_at ?? at, stop: one.stop?.by === view.login ? null : one.stop }
					: { approved_by: [...new Set([...one.approved_by, view.me])].sort() }
			)
		})
	},
	cut_off_device: {
		check: (view, { login }, now) => {
			const device = view.devices.find(({ id }) => id === login);
			if (device?.cut_off_at !== null || login === view.login) return 'no_such_device';
			if (isMyChildsOwn(view, device)) return null;
			if (!mayCutOff(view, device, now)) return 'no_such_device';
			return isDisputed(view, login) ? 'device_disputed' : null;
		},
		apply: (view, { args: { login }, at }) => {
			const device = view.devices.find(({ id }) => id === login);
			if (device && isMyChildsOwn(view, device)) {
				const stop = device.stop ?? { by: view.login, at, contested_at: null };
				return { ...view, devices: withChanged(view.devices, login, () => ({ stop })) };
			}
			const devices = withChanged(view.devices, login, () => ({ cut_off_at: at, stop: null })).map((one) =>
				one.stop?.by === login ? { ...one, stop: null } : one
			);
			const cut = devices.filter(({ id }) => id === login).map(({ person_id }) => person_id);
			const works = new Set(devices.flatMap((one) => (one.cut_off_at === null ? [one.person_id] : [])));
			const people = view.people.map((one) => (cut.includes(one.id) ? { ...one, joined: works.has(one.id) } : one));
			return { ...view, devices, people };
		}
	},
	/** A device that was stopped has no news, so it cannot know more than that it asks. */
	keep_device: { check: () => null, apply: (view) => view },
	invite_tablet: {
		check: (view, { id, device, code_hash }) =>
			firstOf(
				[!HASH.test(code_hash), 'bad_value'],
				[!mayPair(view), 'not_yours'],
				[code_hash.length !== 64, 'bad_code_hash'],
				[!isName(device), 'bad_device'],
				[tabletsOf(view).some((one) => one.id === id), 'already_there']
			),
		apply: (view, { args: { id, device }, at }) => {
			const made = { made_by: view.me, made_at: at, expires_at: aDayAfter(at) };
			const tablet: Tablet = { id, device: shownName(device), ...made, used_at: null, cut_off_at: null };
			return { ...view, tablets: inOrder([...tabletsOf(view), tablet]) };
		}
	},
	cut_off_tablet: {
		check: (view, { tablet }) => {
			const found = tabletsOf(view).find(({ id }) => id === tablet);
			return found?.cut_off_at === null && mayPair(view) ? null : 'no_such_device';
		},
		apply: (view, { args: { tablet }, at }) => ({
			...view,
			tablets: withChanged(tabletsOf(view), tablet, () => ({ cut_off_at: at }))
		})
	}
};

const isLive = ({ used_at, ended_at }: Invite): boolean => used_at === null && ended_at === null;

/** A code is taken back by whoever made it, by the person in whose name it is, or by whoever is above both. */
function mayEnd(view: View, { made_by, person_id }: Invite): boolean {
	if (made_by === view.me || person_id === view.me || may(view, 'oversee')) return true;
	const role = personOf(view, person_id)?.role;
	return role !== undefined && mayChange(view, person_id, role);
}

/** Whoever decides their place in the home; and a key worker (or who covers) that child. */
function mayInvite(view: View, person: Person | undefined, now: Time): boolean {
	if (!person || !isHereAndAtWork(person)) return false;
	return manages(myRole(view), person.role) || may(view, 'invite', { child: person.id, now });
}

/** A child's device stops any other one of that child; since either may be false, the other one may answer. */
const isMyChildsOwn = (view: View, { person_id }: Device): boolean => person_id === view.me && iAmChild(view);

/** A lost device or a false sign-in: by its own person, a child's key worker, or who runs the people. */
function mayCutOff(view: View, { person_id }: Device, now: Time): boolean {
	const role = personOf(view, person_id)?.role;
	return (
		person_id === view.me ||
		iWorkWith(view, now).includes(person_id) ||
		(role !== undefined && mayChange(view, person_id, role)) ||
		(may(view, 'oversee') && !isChild(role))
	);
}
