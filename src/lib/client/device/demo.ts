import { isOpen, openDrawer } from '../local/drawers.ts';
import { stored } from '../local/storage.ts';
import { done, failed, type Result } from '../result.ts';
import type { Deps } from '../deps.ts';
import { joinChild, joinDemoStaff, type Entered } from './join.ts';

/** Somebody of the made-up home, as GET /demo tells of them. */
export interface DemoPerson {
	key: string;
	name: string;
	role: string;
	picture: string | null;
}

/** The lock of made-up people's drawers. It guards nothing: there is nothing real behind it. */
export const DEMO_SECRET = 'a made-up home';

/** Opens a made-up person's drawer, and joins as them where this device has none yet. */
export async function enterDemo(deps: Deps, person: DemoPerson): Promise<Result<Entered>> {
	const { db, world } = deps;
	const row = await stored(() => db.drawers.filter(({ demo }) => demo === person.key).first());
	const opened = row && (await openDrawer(db, row.id, DEMO_SECRET, world.now()));
	if (opened && isOpen(opened)) return done({ drawer: opened, typed: null });
	const code = await deps.demoCode(person.key);
	if (code === null) return failed('offline');
	if (person.role !== 'child') return joinDemoStaff(deps, code, DEMO_SECRET, person.key);
	const { name, picture } = person;
	return joinChild(deps, { code, name, picture, lock: 'pin', secret: DEMO_SECRET }, person.key);
}
