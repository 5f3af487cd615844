import { changeLock } from '$lib/drawer/drawers.ts';
import type { OpenDrawer } from '$lib/drawer/keys.ts';
import { secretProblem, type Lock } from '$lib/drawer/lock.ts';
import { coded } from '$lib/drawer/storage.ts';
import type { Gear } from './gear.ts';

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
