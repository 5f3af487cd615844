import type { CallArgs } from '$lib/domain/calls.ts';
import { personOf } from '$lib/domain/me.ts';
import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { stored } from '../local/storage.ts';
import type { ViewState } from '../view-state.ts';

/**
 * The name and the picture that a child chose while joining, as long as the others of the home do not have them. Read from what
 * is there, so that a page that is killed right after joining loses nothing. Only a child's first device tells it: one that was
 * added later may have been added by somebody else, who must not rename the child (law 1).
 */
export async function firstFace(
	db: DrawerDb,
	drawer: UnlockedDrawer,
	{ view, waiting }: Pick<ViewState, 'view' | 'waiting'>
): Promise<CallArgs['set_my_face'] | null> {
	const me = view && personOf(view, view.me);
	if (!me || me.role !== 'child' || me.picture !== null) return null;
	if (view.devices.some(({ id, person_id }) => person_id === me.id && id !== view.login)) return null;
	if (waiting.some(({ call }) => call.name === 'set_my_face')) return null;
	const row = await stored(() => db.drawers.get(drawer.id));
	return row?.picture ? { name: row.name, picture: row.picture } : null;
}
