import type { Id } from '$lib/domain/item.ts';
import { isOpen, openDrawer } from '../local/drawers.ts';
import { moveAll } from '../local/move-calls.ts';
import type { Opening } from '../view-state.ts';
import { codeOf, stored } from '../local/storage.ts';
import type { Deps } from '../deps.ts';
import type { OpenDrawer } from './open-drawer.ts';

type Moved = Opening | 'not_yours';

interface How {
	id: Id;
	secret: string;
	lock: () => Promise<void>;
	show: () => Promise<void>;
}

/** Opens the newer drawer with its own lock, and moves into it what waits in one from which nothing goes any more. Then both are shut. */
export async function moveFrom(deps: Deps, old: OpenDrawer | null, how: How): Promise<Moved> {
	try {
		if (!old) return 'shut';
		const moved = await moveOpened(deps, old, how);
		if (moved === 'open') {
			deps.world.tabs.tell('drawers');
			await how.lock();
		}
		await how.show();
		return moved;
	} catch (problem) {
		return codeOf(problem);
	}
}

async function moveOpened(
	{ db, world }: Deps,
	{ drawer: old, isUnknown }: OpenDrawer,
	{ id, secret }: How
): Promise<Moved> {
	const [from, to] = await stored(() => db.drawers.bulkGet([old.id, id]));
	const isSame = from && to && from.person !== null && from.person === to.person;
	const isDead = from?.cut_off === 1 || isUnknown();
	if (!isSame || !isDead || to.cut_off === 1 || old.id === id) return 'not_yours';
	const opened = await openDrawer(db, id, secret, world.now());
	if (!isOpen(opened)) return opened;
	await moveAll(db, old, opened);
	return 'open';
}
