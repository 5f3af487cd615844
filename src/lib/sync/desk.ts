import type { Id } from '$lib/domain/view.ts';
import type { DrawerDb } from '$lib/drawer/db.ts';
import type { Apply } from '$lib/drawer/showing.ts';
import type { World } from '$lib/platform/world.ts';
import type { Remote } from './reply.ts';

/** What a device works with: its database, the browser, the server, and what a call does to what a person sees. */
export interface Desk {
	db: DrawerDb;
	world: World;
	remoteFor(drawer: Id): Remote;
	apply: Apply;
	iterations: number; // of a lock
}
