import { personOf } from '$lib/domain/me.ts';
import { openDrawer, isOpen } from '../local/drawers.ts';
import { secretProblem } from '../local/lock.ts';
import { putQuick } from '../local/quick.ts';
import { attempt, stored } from '../local/storage.ts';
import { done, failed, type Result } from '../result.ts';
import type { Deps } from '../deps.ts';
import { DEMO_SECRET } from './demo.ts';
import type { OpenDrawer } from './open-drawer.ts';

/** What somebody chooses. `password`: null where it was typed a moment ago, and is still known. */
export interface QuickChoice {
	pin: string;
	own: boolean;
	password: string | null;
}

/** What is known of how the open drawer signs in: it was typed a moment ago; nothing guards it (demo); or nothing. */
export async function whatIsKnown({ db }: Deps, { drawer, typed }: OpenDrawer): Promise<'typed' | 'demo' | null> {
	if (typed) return 'typed';
	const row = await stored(() => db.drawers.get(drawer.id));
	return row?.demo ? 'demo' : null;
}

/** From now on numbers open the open drawer here, for a while: whoever knows its password says so. */
export async function setQuick(deps: Deps, opened: OpenDrawer, { pin, own, password }: QuickChoice): Promise<Result> {
	const { db, world, iterations } = deps;
	const { drawer, view, typed } = opened;
	const me = view && personOf(view, view.me);
	if (drawer.kind !== 'staff' || !me) return failed('not_yours');
	const problem = secretProblem('pin', pin);
	if (problem) return failed(problem);
	return flat(
		await attempt(async () => {
			const [row, before] = await stored(() => Promise.all([db.drawers.get(drawer.id), db.quick.get(drawer.id)]));
			const secret = password ?? typed?.password ?? (row?.demo == null ? '' : DEMO_SECRET);
			const { name, picture } = me;
			await putQuick(db, drawer.id, { name, picture, own, pin, iterations, now: world.now() });
			const proved = await openDrawer(db, drawer.id, secret, world.now());
			if (isOpen(proved)) return done(null);
			await stored<unknown>(() => (before ? db.quick.put(before) : db.quick.delete(drawer.id)));
			return failed(proved === 'wrong' ? 'wrong_password' : typeof proved === 'string' ? proved : 'wait');
		})
	);
}

/** Numbers open the open drawer no more, and nobody stands on the staff's door. */
export async function dropQuick({ db }: Deps, { drawer }: OpenDrawer): Promise<Result> {
	return attempt(() => stored(() => db.quick.delete(drawer.id)));
}

const flat = (result: Result<Result>): Result => (result.ok ? result.value : result);
