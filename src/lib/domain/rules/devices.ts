import { LIMITS } from '../calls.ts';
import { compare, DAY, instant } from '../instants.ts';
import { iWorkWith, mayChange, myRole, personOf } from '../me.ts';
import { mayPair, tabletsOf } from '../pairing.ts';
import { shownName } from '../names.ts';
import type { Device, Invite, Person, Tablet, Time, View } from '../view.ts';
import { isBlank, lengthOf } from '../words.ts';
import { firstOf, withChanged, type Rules } from './rule.ts';

const HASH = /^(?:[0-9a-f]{2})*$/i;
const isName = (device: string) => !isBlank(shownName(device)) && lengthOf(shownName(device)) <= LIMITS.device;
const aDayAfter = (at: Time): Time => new Date(instant(at) + DAY).toISOString();
const inOrder = <T extends { id: string; made_at: Time }>(codes: T[]): T[] =>
	codes.sort((a, b) => compare([instant(a.made_at), a.id], [instant(b.made_at), b.id]));

type Names = 'invite' | 'approve_device' | 'cut_off_device' | 'invite_tablet' | 'cut_off_tablet';

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
			const invite: Invite = { id, person_id: person, device: shownName(device), ...made, used_at: null };
			return { ...view, invites: inOrder([...view.invites, invite]) };
		}
	},
	approve_device: {
		check: (view, { login }) => {
			const device = view.devices.find(({ id }) => id === login);
			if (!device) return 'no_such_device';
			const isMine = device.person_id === view.me;
			const isNew = login !== view.login && device.cut_off_at === null && (isMine || myRole(view) !== 'child');
			return isNew || (!isMine && device.approved_by.includes(view.me)) ? null : 'no_such_device';
		},
		apply: (view, { args: { login }, at }) => ({
			...view,
			devices: withChanged(view.devices, login, (one) =>
				one.person_id === view.me
					? { approved_at: one.approved_at ?? at }
					: { approved_by: [...new Set([...one.approved_by, view.me])].sort() }
			)
		})
	},
	cut_off_device: {
		check: (view, { login }, now) => {
			const device = view.devices.find(({ id }) => id === login);
			const fits = device?.cut_off_at === null && login !== view.login && mayCutOff(view, device, now);
			return fits ? null : 'no_such_device';
		},
		apply: (view, { args: { login }, at }) => {
			const devices = withChanged(view.devices, login, () => ({ cut_off_at: at }));
			const cut = devices.filter(({ id }) => id === login).map(({ person_id }) => person_id);
			const works = new Set(devices.flatMap((one) => (one.cut_off_at === null ? [one.person_id] : [])));
			const people = view.people.map((one) => (cut.includes(one.id) ? { ...one, joined: works.has(one.id) } : one));
			return { ...view, devices, people };
		}
	},
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

/** The manager invites anybody, but whoever is above them only the first time; a key worker (or who covers) that child. */
function mayInvite(view: View, person: Person | undefined, now: Time): boolean {
	if (!person || person.left_at !== null || !person.at_work) return false;
	const isAbove = person.role === 'responsible_individual';
	const role = myRole(view);
	if (role === 'worker') return iWorkWith(view, now).includes(person.id);
	if (role === 'manager') return !isAbove || !view.devices.some(({ person_id }) => person_id === person.id);
	return role === 'responsible_individual' && (isAbove || person.role === 'manager');
}

/** A lost device: by its person on an older one, a child's key worker, or who may change that person. */
function mayCutOff(view: View, device: Device, now: Time): boolean {
	const { person_id, made_at } = device;
	const mine = view.devices.find(({ id }) => id === view.login);
	const isOlder = mine && (instant(made_at) > instant(mine.made_at) || mine.approved_at === mine.made_at);
	const role = personOf(view, person_id)?.role;
	return (
		(person_id === view.me && isOlder === true) ||
		iWorkWith(view, now).includes(person_id) ||
		(role !== undefined && mayChange(view, person_id, role))
	);
}
