import { nameProblem, shownName } from '$lib/domain/text/names.ts';
import { changeFront, changeLock, proveLock } from '../local/drawers.ts';
import type { NotOpened } from '../view-state.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { secretProblem, type Lock } from '../local/lock.ts';
import { attempt } from '../local/storage.ts';
import { failed, type Result } from '../result.ts';
import type { Deps } from '../deps.ts';

/** Another lock for a child's own open drawer. Staff's lock is their password for the server, too. */
export async function changeLockOf(
	{ db, world, iterations }: Pick<Deps, 'db' | 'world' | 'iterations'>,
	drawer: UnlockedDrawer,
	{ old, lock, secret }: { old: string; lock: Lock; secret: string }
): Promise<Result> {
	if (drawer.kind === 'staff' || lock === 'password') return failed('not_yours');
	const problem = secretProblem(lock, secret);
	if (problem) return failed(problem);
	const changed = await attempt(() => changeLock(db, drawer.id, { old, lock, secret, iterations, now: world.now() }));
	return resultOf(changed);
}

/** Another name or picture on a child's own open drawer: only this device shows them. */
export async function changeFrontOf(
	{ db, world }: Pick<Deps, 'db' | 'world'>,
	drawer: UnlockedDrawer,
	{ name, picture }: { name: string; picture: string | null }
): Promise<Result> {
	if (drawer.kind === 'staff') return failed('not_yours');
	const problem = nameProblem(name);
	if (problem) return failed(problem);
	const changed = await attempt(() => changeFront(db, drawer.id, { name: shownName(name), picture }));
	if (changed.ok) world.tabs.tell('drawers');
	return changed;
}

/** Whether somebody knows the lock of the drawer that is open: what asks for it once more. */
export async function proveLockOf(
	{ db, world }: Pick<Deps, 'db' | 'world'>,
	drawer: UnlockedDrawer,
	secret: string
): Promise<Result> {
	return resultOf(await attempt(() => proveLock(db, drawer.id, secret, world.now())));
}

function resultOf(tried: Result<'open' | NotOpened>): Result {
	if (!tried.ok || tried.value === 'open') return tried;
	if (typeof tried.value !== 'string') return failed('wait');
	return failed(tried.value === 'wrong' ? 'wrong_lock' : tried.value);
}
