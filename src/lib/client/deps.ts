import type { Call } from '$lib/domain/calls.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import type { DrawerDb } from './local/db.ts';
import type { Apply, Sieve } from './inbound/projection.ts';
import type { World } from '$lib/platform/world.ts';
import type { Remote } from './outbound/reply.ts';

/** What a device works with: its database, the browser, the server, and what a call does to what a person sees. */
export interface Deps {
	db: DrawerDb;
	world: World;
	remoteFor(drawer: Id): Remote;
	/** A fresh one-time code for somebody of the made-up home. Null where none came. */
	demoCode(key: string): Promise<string | null>;
	apply: Apply;
	sieve: Sieve;
	/** Why a call cannot be done, as far as this device can tell. */
	check: (view: View, call: Call, now: Time) => string | null;
	iterations: number; // of a lock
}

/** Why calls cannot be done, one after the other. Before the first view this device cannot tell, and the server will. */
export function checkAll({ apply, check }: Deps, shown: View | null, calls: Call[], now: Time): string | null {
	let view = shown;
	for (const call of calls) {
		const problem = view && check(view, call, now);
		if (problem) return problem;
		view &&= apply(view, call, { now });
	}
	return null;
}
