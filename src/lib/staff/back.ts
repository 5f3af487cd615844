import { leadsHome } from '$lib/domain/abilities.ts';
import { iWorkWith } from '$lib/domain/me.ts';
import type { Id } from '$lib/domain/item.ts';
import type { StaffContext } from './staff-context.ts';

/** Where somebody comes from who looks at something of this child's: the plan, else the list that it stood in. */
export function backFrom(
	child: Id | undefined,
	staff: StaffContext
): { href: '/work/plan' | '/work' | '/home'; label: string } {
	const { words } = staff;
	if (child !== undefined && iWorkWith(staff.view, staff.now).includes(child))
		return { href: '/work/plan', label: words.t(($) => $.staff.tabs.plan) };
	return listOf(staff);
}

/** The list of children, or for whoever stands above: who is waiting. */
export function listOf({ role, words }: StaffContext): { href: '/work' | '/home'; label: string } {
	return leadsHome(role)
		? { href: '/home', label: words.t(($) => $.staff.tabs.waiting) }
		: { href: '/work', label: words.t(($) => $.staff.tabs.children) };
}
