import { can, leadsHome } from '$lib/domain/abilities.ts';
import type { Messages } from '$lib/i18n/messages.d.ts';
import { SECTIONS } from '$lib/domain/vocabulary/sections.ts';
import type { Role } from '$lib/domain/view.ts';
import type { IconName } from '$lib/ui/symbols/icons.ts';

interface Tab {
	name: keyof Messages['staff']['tabs'];
	href: string;
	/** The other pages that belong to it. */
	also?: readonly string[];
}

interface Place extends Tab {
	icon: IconName;
	/** Its own pages, which stand side by side under it. */
	within?: readonly Tab[];
}

const children: Place = { name: 'children', href: '/work', icon: 'people', also: ['/work/handover', '/work/section'] };
const plan: Place = { name: 'plan', href: '/work/plan', icon: 'calendar', also: ['/work/meet'] };
const record: Place = { name: 'record', href: '/work/record', icon: 'pen' };
const told: Place = { name: 'told', href: '/work/told', icon: 'talk' };
const complaints: Place = { name: 'complaints', href: '/home/complaints', icon: 'list' };
const guide: Place = {
	...{ name: 'guide', href: '/home/guide', icon: 'book' },
	also: SECTIONS.map((key) => `/home/guide/${key}`)
};

const everybody: Tab = { name: 'people', href: '/home/people', also: ['/home/person'] };
const homeCodes: Tab = { name: 'codes', href: '/home/codes' };
const audit: Tab = { name: 'audit', href: '/home/audit' };
const people = (within: readonly Tab[]): Place => ({ ...everybody, icon: 'person', within });
const peopleOfHome = people([
	everybody,
	{ name: 'keyWorker', href: '/home/key-workers' },
	homeCodes,
	{ name: 'away', href: '/home/away' },
	{ name: 'settings', href: '/home/settings' },
	audit
]);
const peopleAbove = people([everybody, homeCodes, audit]);

const card: Tab = { name: 'card', href: '/work/card', also: ['/work/look'] };
const away: Tab = { name: 'away', href: '/work/away' };
const signingIn: readonly Tab[] = [
	{ name: 'quick', href: '/work/quick' },
	{ name: 'password', href: '/work/password' }
];

/** Where somebody works, at most five; and what is about themselves, which opens from their own face. */
export interface Places {
	places: readonly Place[];
	own: readonly Tab[];
}

/** By role. A manager who is a key worker has the children's place, too. */
export function placesOf(role: Role | undefined, hasChildren: boolean): Places {
	if (!leadsHome(role))
		return {
			places: [children, plan, record, told],
			own: [card, away, { name: 'codes', href: '/work/codes' }, ...signingIn]
		};
	const home: Place = {
		name: 'waiting',
		href: '/home',
		icon: 'home',
		also: ['/work/handover', '/home/evidence', ...(hasChildren ? [] : ['/work/plan'])]
	};
	if (!can(role, 'run_home'))
		return { places: [home, complaints, peopleAbove, guide], own: [told, card, away, ...signingIn] };
	const theirs: Place = { ...children, also: ['/work/record', '/work/plan', '/work/meet'] };
	return {
		places: [home, complaints, ...(hasChildren ? [theirs] : []), peopleOfHome, guide],
		own: [told, card, ...signingIn]
	};
}

/** Whether a page belongs to it. */
export const isIn = ({ href, also = [], within = [] }: Tab & { within?: readonly Tab[] }, path: string): boolean =>
	href === path || also.includes(path) || within.some((tab) => isIn(tab, path));
