import { app } from '$lib/client/app.svelte.ts';
import type { DoorDrawer } from '$lib/client/view-state.ts';

/** The newest other drawer here of whoever has the open one. Only children have a drawer at the door. */
export function newerDrawer(): DoorDrawer | undefined {
	const mine = app.drawers.find(({ id }) => id === app.drawer);
	return app.drawers.findLast(({ id, person }) => id !== app.drawer && person !== null && person === mine?.person);
}
