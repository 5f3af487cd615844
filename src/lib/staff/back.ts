import { leadsHome } from '$lib/domain/abilities.ts';
import { iWorkWith } from '$lib/domain/me.ts';
import type { Id } from '$lib/domain/item.ts';
import type { Desk } from './staff-context.ts';

/** Where somebody comes from who looks at something of this child's: the plan, else the list that it stood in. */
export function backFrom(child: Id | undefined, desk: Desk): { href: '/work/plan' | '/work' | '/home'; label: string } {
	const { words } = desk;
	if (child !== undefined && iWorkWith(desk.view, desk.now).includes(child))
		return { href: '/work/plan', label: words.t(($) => $.staff.tabs.plan) };
	return listOf(desk);
}

/** The list of children, or for whoever stands above: who is waiting. */
export function listOf({ role, words }: Desk): { href: '/work' | '/home'; label: string } {
	return leadsHome(role)
		? { href: '/home', label: words.t(($) => $.staff.tabs.waiting) }
		: { href: '/work', label: words.t(($) => $.staff.tabs.children) };
}
