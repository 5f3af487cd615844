import { changeLock } from '../local/drawers.ts';
import type { OpenDrawer } from '../local/keys.ts';
import { secretProblem, type Lock } from '../local/lock.ts';
import { coded } from '../local/storage.ts';
import type { Gear } from '../deps.ts';

/** Another lock for a child's own open drawer. Staff's lock is their password for the server, too. Null, or why not. */
export async function changeLockOf(
	{ db, world, iterations }: Pick<Gear, 'db' | 'world' | 'iterations'>,
	drawer: OpenDrawer,
	{ old, lock, secret }: { old: string; lock: Lock; secret: string }
): Promise<string | null> {
	if (drawer.kind === 'staff' || lock === 'password') return 'not_yours';
	const problem = secretProblem(lock, secret);
	if (problem) return problem;
	return coded(async () => {
		const changed = await changeLock(db, drawer.id, { old, lock, secret, iterations, now: world.now() });
		if (typeof changed !== 'string') return 'wait';
		return { open: null, wrong: 'wrong_lock', broken: changed }[changed];
	});
}
