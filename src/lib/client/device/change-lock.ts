import { changeLock } from '../local/drawers.ts';
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
	if (!changed.ok || changed.value === 'open') return changed;
	if (typeof changed.value !== 'string') return failed('wait');
	return failed(changed.value === 'wrong' ? 'wrong_lock' : changed.value);
}
