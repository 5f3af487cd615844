import { iWorkWith, myRole } from './me.ts';
import type { Id, Time } from './item.ts';
import type { View } from './view.ts';
import { isStaff, type Role } from './vocabulary/roles.ts';

/** For whom: oneself; the children whose key worker one is, or covers for one; everybody in the home. */
export type Reach = 'self' | 'theirs' | 'home';

/** Who may do what, and for whom. A role that does not stand in a line may not. private.abilities has the same rows. @internal */
export const ABILITIES = {
	/** Says something, and decides what becomes of it. */
	speak: { child: 'self' },
	/** Opens, answers and writes down what children say; has a card, and says when they are away. */
	listen: { worker: 'home', manager: 'home', responsible_individual: 'home' },
	be_key_worker: { worker: 'theirs', manager: 'theirs' },
	plan_session: { worker: 'theirs', manager: 'theirs' },
	see_sessions: { child: 'self', worker: 'theirs', manager: 'home' },
	offer_agreement: { child: 'self', worker: 'theirs', manager: 'theirs' },
	/** Makes a code for somebody whose place in the home is not theirs to decide. */
	invite: { worker: 'theirs' },
	pair_tablet: { worker: 'home', manager: 'home' },
	/** Which pages of the guide a child did not understand. */
	see_unclear: { worker: 'home', manager: 'home' },
	/** Hands the whole house over to the next shift, without words. */
	hand_over: { worker: 'home', manager: 'home' },
	/** Key workers, what the home adds to the guide, its words and times, who is away. */
	run_home: { manager: 'home' },
	/** Above whoever runs it: ends their codes and sign-ins, and reads what is about them. */
	oversee: { responsible_individual: 'home' },
	/** Runs the home or stands above: sees who waits for whom, every sign-in, and what was changed. */
	lead_home: { manager: 'home', responsible_individual: 'home' },
	/** Gets what nobody opened or answered, after the child's key workers; and after those. */
	next_in_line: { manager: 'home' },
	last_in_line: { responsible_individual: 'home' }
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Ability = keyof typeof ABILITIES;

/** Whose place in the home each role decides: who comes, who is not at work, who left, and their codes. @internal */
export const MANAGES: Partial<Record<Role, readonly Role[]>> = {
	manager: ['child', 'worker', 'manager'],
	responsible_individual: ['manager', 'responsible_individual']
};

function reachOf(role: Role | undefined, ability: Ability): Reach | undefined {
	const reaches: Partial<Record<Role, Reach>> = ABILITIES[ability];
	return role && reaches[role];
}

/** Whether somebody of this role may do it at all. */
export const can = (role: Role | undefined, ability: Ability): boolean => reachOf(role, ability) !== undefined;

/** Whether I may do it; `about`: for this child, now. */
export function may(view: View, ability: Ability, about?: { child: Id; now: Time }): boolean {
	const reach = reachOf(myRole(view), ability);
	if (!about || reach === 'home') return reach !== undefined;
	if (reach === 'theirs') return iWorkWith(view, about.now).includes(about.child);
	return reach === 'self' && about.child === view.me;
}

/** Whoever runs the home, or is above: what they see first is who is waiting. */
export const leadsHome = (role: Role | undefined): boolean => can(role, 'lead_home');

/** Whose day is the children's. */
export const isWorker = (role: Role | undefined): boolean => isStaff(role) && !leadsHome(role);

export const manages = (role: Role | undefined, other: Role): boolean =>
	role !== undefined && MANAGES[role]?.includes(other) === true;

/** Whether I decide this person's place in the home. Nobody decides their own. */
export const mayChange = (view: View, id: Id, role: Role): boolean => id !== view.me && manages(myRole(view), role);
