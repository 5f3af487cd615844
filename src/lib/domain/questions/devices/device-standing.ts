import { can, isWorker, leadsHome } from '../../abilities.ts';
import type { CallName } from '../../calls.ts';
import { myRole, personOf, iAmChild, isHereAndAtWork, wasStaffHere } from '../../me.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { Device } from '../../device.ts';
import type { Doubt } from '../../vocabulary/items.ts';
import type { Id, Item } from '../../item.ts';
import type { Person, View } from '../../view.ts';

/** The login that asks. */
export const thisDevice = (view: View): Device | undefined => view.devices.find(({ id }) => id === view.login);

/** What a child decides with, on a device that is theirs. @internal */
export const DECIDES: CallName[] = [
	...(['tap_session', 'agree', 'offer_agreement', 'refuse_cover', 'let_in', 'set_my_face', 'disown_item'] as const)
];

/**
 * Why this login may not make this call at all (as private.why_not). An adult on a sign-in that nobody vouched for only looks; a
 * child on a device that is not yet theirs says what they want, but decides nothing.
 */
export function whyNot(view: View, call: CallName): Problem | null {
	if (thisDevice(view)?.own !== false) return null;
	if (!iAmChild(view)) return 'sign_in_not_vouched';
	return DECIDES.includes(call) ? 'device_not_vouched' : null;
}

/** What is said on this device bears this mark, for every reader. */
export function doubtHere(view: View): Doubt | null {
	return !iAmChild(view) || thisDevice(view)?.own !== false ? null : 'new';
}

/**
 * What I shared on another device of mine may not show here, since these adults might hold this one (as private.is_whole) and that
 * device has not said yes to it; and whether one still can. Null where all of it shows. Which of several said yes, no device is told.
 */
export function hiddenHere(view: View): { from: Id[]; canSayYes: boolean } | null {
	const here = thisDevice(view);
	if (!iAmChild(view) || !here || here.reached_by.length === 0) return null;
	const others = view.devices.filter(
		({ id, person_id, own, disowned_at }) => id !== here.id && person_id === view.me && own && disowned_at === null
	);
	if (others.length <= (here.approved_at === null ? 0 : 1)) return null;
	return { from: here.reached_by, canSayYes: others.some(({ cut_off_at }) => cut_off_at === null) };
}

/** Why it may not be the child who said this. */
export function doubtOf(item: Item): Doubt | null {
	return item.events.some(({ kind }) => kind === 'disowned') ? 'not_theirs' : item.doubt;
}

/** Whether two devices of a child dispute which one is the child's, and this is one of them. */
export function isDisputed(view: View, login: Id): boolean {
	return view.devices.some(
		({ id, stop }) => stop !== null && stop.contested_at !== null && (id === login || stop.by === login)
	);
}

/** The device and those with which it disputes whose it is. */
const inDispute = (view: View, device: Device): Device[] => [
	device,
	...view.devices.filter(
		({ id, stop }) =>
			(stop?.by === device.id && stop.contested_at !== null) ||
			(device.stop?.by === id && device.stop.contested_at !== null)
	)
];

/**
 * Whether my yes to somebody else's device would count: neither I nor whoever might hold my sign-in can be who holds it, nor, where
 * it disputes with another one, who holds that.
 */
export function myYesCounts(view: View, device: Device): boolean {
	const mine = [view.me, ...(thisDevice(view)?.reached_by ?? [])];
	return !inDispute(view, device).some(({ reached_by }) => reached_by.some((id) => mine.includes(id)));
}

/** Who of these does not get it yet: their only sign-in came with a code of somebody whom it leaves out, and nobody else knows them. */
export function notReachedYet(view: View, readers: readonly Id[], without: readonly Id[]): Id[] {
	return readers.filter((id) => personOf(view, id)?.reached_by.some((one) => without.includes(one)) === true);
}

/** Sign-ins of staff of which only one adult (who made the code) can say whose they are yet, and that I can vouch for. */
export function knowable(view: View): Device[] {
	return view.devices.filter(
		(device) =>
			device.cut_off_at === null &&
			device.person_id !== view.me &&
			wasStaffHere(view, device.person_id) &&
			device.reached_by.length > 0 &&
			myYesCounts(view, device)
	);
}

/** Sign-ins in my name that were here before this one, as long as nobody has vouched for this one: one of them may be somebody else's. */
export function earlierThanMine(view: View): Device[] {
	const here = thisDevice(view);
	if (iAmChild(view) || here?.own !== false) return [];
	return view.devices.filter(
		({ id, person_id, made_at, cut_off_at }) =>
			person_id === view.me && id !== here.id && cut_off_at === null && made_at <= here.made_at
	);
}

/** Who is above me and made neither of two sign-ins in my name: they can end the one that is not mine. */
export function whoCanEnd(view: View, other: Device): Id[] {
	const hands = [...other.reached_by, ...(thisDevice(view)?.reached_by ?? []), view.me];
	const isAbove = ({ role }: Person): boolean => can(role, 'oversee') || (isWorker(myRole(view)) && leadsHome(role));
	return view.people.flatMap((one) =>
		isAbove(one) && one.joined && isHereAndAtWork(one) && !hands.includes(one.id) ? [one.id] : []
	);
}

/** Whether somebody above the manager reads here: until then a complaint about the manager has nobody to go to. */
export const aboveReads = (view: View): boolean =>
	view.people.some((one) => can(one.role, 'oversee') && one.joined && isHereAndAtWork(one));
