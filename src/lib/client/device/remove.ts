import type { Id } from '$lib/domain/item.ts';
import { markOfPerson } from '../local/device-row.ts';
import type { DrawerRow } from '../local/db.ts';
import { removeDrawer } from '../local/drawers.ts';
import { countUnsent } from '../local/outbox.ts';
import { codeOf, stored } from '../local/storage.ts';
import type { Deps } from '../deps.ts';
import type { OpenDrawer } from './open-drawer.ts';

/** null: it is gone. { unsent }: so many calls would be lost with it, and nobody has said yet that they may be. */
export type Removed = string | null | { unsent: number };

/** Takes a drawer off this device, if whoever asks may. */
export async function removeFrom(
	{ db }: Deps,
	id: Id,
	{ evenUnsent, open }: { evenUnsent: boolean; open: OpenDrawer | null }
): Promise<Removed> {
	try {
		const row = await stored(() => db.drawers.get(id));
		if (!row) return null;
		if (!(await mayRemove({ db }, row, open))) return 'not_yours';
		const unsent = await countUnsent(db, id);
		if (unsent > 0 && !evenUnsent) return { unsent };
		await removeDrawer(db, id);
		return null;
	} catch (problem) {
		return codeOf(problem);
	}
}

/**
 * The open drawer itself, one that was cut off, and the older drawer of the same person whose lock was forgotten: but not by
 * a device that nobody has vouched for yet, which an adult may have added (law 1).
 */
async function mayRemove({ db }: Pick<Deps, 'db'>, row: DrawerRow, open: OpenDrawer | null): Promise<boolean> {
	if (row.id === open?.drawer.id || row.cut_off === 1 || row.demo !== null) return true;
	const view = open?.view;
	if (!view || row.person === null || row.person !== (await markOfPerson(db, view.me))) return false;
	return view.devices.some(({ id, approved_at }) => id === view.login && approved_at !== null);
}
