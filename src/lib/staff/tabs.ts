import { can, leadsHome } from '$lib/domain/abilities.ts';
import type { Messages } from '$lib/i18n/messages.d.ts';
import { SECTIONS } from '$lib/domain/vocabulary/sections.ts';
import { type Role } from '$lib/domain/view.ts';

type TabName = keyof Messages['staff']['tabs'];

interface Tab {
	name: TabName;
	href: string;
	/** The other pages that belong under it. */
	also?: readonly string[];
}

const ITEMS = ['/work/answer', '/work/worried'] as const;

const children: Tab = { name: 'children', href: '/work', also: ['/work/handover', '/work/section'] };
const plan: Tab = { name: 'plan', href: '/work/plan', also: ['/work/meet', ...ITEMS] };
const record: Tab = { name: 'record', href: '/work/record' };
const told: Tab = { name: 'told', href: '/work/told' };
const card: Tab = { name: 'card', href: '/work/card', also: ['/work/look'] };
const away: Tab = { name: 'away', href: '/work/away' };
const codes: Tab = { name: 'codes', href: '/work/codes' };
const people: Tab = { name: 'people', href: '/home/people', also: ['/home/person'] };

const WORKER: readonly Tab[] = [children, plan, record, told, card, away, codes];
const guide: Tab = { name: 'guide', href: '/home/guide', also: SECTIONS.map((key) => `/home/guide/${key}`) };

const RUNS: readonly Tab[] = [
	people,
	{ name: 'keyWorker', href: '/home/key-workers' },
	{ name: 'codes', href: '/home/codes' },
	{ name: 'away', href: '/home/away' },
	guide,
	{ name: 'settings', href: '/home/settings' }
];
const ABOVE: readonly Tab[] = [people, { name: 'codes', href: '/home/codes' }, guide, told, card, away];

/** The sections of somebody's work. A manager who is a key worker has the children's, too. */
export function tabsOf(role: Role | undefined, hasChildren: boolean): readonly Tab[] {
	if (!leadsHome(role)) return WORKER;
	const waiting: Tab = { name: 'waiting', href: '/home', also: hasChildren ? [] : ['/work/plan', ...ITEMS] };
	if (!can(role, 'run_home')) return [waiting, ...ABOVE];
	const theirs: Tab = { ...children, also: ['/work/handover', '/work/record', '/work/plan', '/work/meet', ...ITEMS] };
	return [waiting, ...RUNS, ...(hasChildren ? [theirs] : []), told, card];
}

/** The section that a page belongs to. */
export const isIn = ({ href, also = [] }: Tab, path: string): boolean => href === path || also.includes(path);
