import { leadsHome } from '$lib/domain/abilities.ts';
import { iWorkWith } from '$lib/domain/me.ts';
import type { Item } from '$lib/domain/item.ts';
import type { StaffContext } from './staff-context.ts';

/** Where somebody comes from who looks at something that a child said: the register, the plan, else the list it stood in. */
export function backFrom(
	item: Item | undefined,
	staff: StaffContext
): { href: '/home/complaints' | '/work/plan' | '/work' | '/home'; label: string } {
	const { words, role } = staff;
	if (item?.kind === 'complaint' && leadsHome(role))
		return { href: '/home/complaints', label: words.t(($) => $.staff.tabs.complaints) };
	if (item && iWorkWith(staff.view, staff.now).includes(item.child_id))
		return { href: '/work/plan', label: words.t(($) => $.staff.tabs.plan) };
	return listOf(staff);
}

/** The list of children, or for whoever stands above: who is waiting. */
export function listOf({ role, words }: StaffContext): { href: '/work' | '/home'; label: string } {
	return leadsHome(role)
		? { href: '/home', label: words.t(($) => $.staff.tabs.waiting) }
		: { href: '/work', label: words.t(($) => $.staff.tabs.children) };
}
