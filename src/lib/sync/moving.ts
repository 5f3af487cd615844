import type { Id } from '$lib/domain/view.ts';
import { isOpen, openDrawer } from '$lib/drawer/drawers.ts';
import type { OpenDrawer } from '$lib/drawer/keys.ts';
import { moveAll } from '$lib/drawer/moving.ts';
import type { NotOpened } from '$lib/drawer/shown.ts';
import { stored } from '$lib/drawer/storage.ts';
import type { Gear } from './gear.ts';

/** Opens the newer drawer with its own lock, and moves into it what waits in one that was cut off from the same person. */
export async function moveFrom(
	{ db, world }: Gear,
	old: OpenDrawer,
	{ id, secret }: { id: Id; secret: string }
): Promise<'open' | NotOpened | 'not_yours'> {
	const [from, to] = await stored(() => db.drawers.bulkGet([old.id, id]));
	const isSame = from && to && from.person !== null && from.person === to.person;
	if (!isSame || from.cut_off !== 1 || to.cut_off === 1 || old.id === id) return 'not_yours';
	const opened = await openDrawer(db, id, secret, world.now());
	if (!isOpen(opened)) return opened;
	await moveAll(db, old, opened);
	return 'open';
}
