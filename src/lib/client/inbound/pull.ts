import type { View } from '$lib/domain/view.ts';
import type { DrawerDb } from '../local/db.ts';
import type { OpenDrawer } from '../local/keys.ts';
import { markOfPerson } from '../local/device.ts';
import {
	dropPictures,
	missingPictures,
	picturesIn,
	picturesOf,
	sealPicture,
	storePictures
} from '../local/pictures.ts';
import { doneLast, doubt, letGo, sendAgain } from '../local/sending.ts';
import type { DeviceStop, WaitingCall } from '../local/shown.ts';
import { stored } from '../local/storage.ts';
import { noteUnchanged, readSnapshot, storeSnapshot, turnOf } from '../local/snapshot.ts';
import type { Gear } from '../deps.ts';
import { codeOfWaiting, meaningOf, type Failure } from '../outbound/reply.ts';
import type { Speaker } from '../outbound/signed-in.ts';

/** stale: another answer came first. again: calls of another life of the database wait to be sent once more. */
export type Pulled = News | { end: 'cut_off' } | { end: 'later'; code: string; wait: number | null };
interface News {
	end: 'stored' | 'unchanged' | 'stale';
	again: boolean;
	now: number; // by the server's clock
	stop?: DeviceStop | null;
}

/** Asks once for everything that this person may see, and stores it, unless a newer answer was stored meanwhile. */
export async function pull(
	{ db, sieve }: Pick<Gear, 'db' | 'sieve'>,
	drawer: OpenDrawer,
	speaker: Speaker
): Promise<Pulled> {
	const turn = await turnOf(db, drawer.id);
	const known = await readSnapshot(db, drawer);
	const isShown = known !== null && sieve(known.view) !== null; // else all of it is asked for anew
	const reply = await speaker.view(isShown ? known.version : null, await doneLast(db, drawer.id));
	if (!reply.ok) return failed(reply, db, drawer);
	if (reply.value.lacks) await doubt(db, drawer.id); // first: nothing of it is shown as sent from here on
	const now = Date.parse(reply.value.now);
	const { version, view, stop } = reply.value;
	if (stop) return { end: 'unchanged', again: false, now, stop };
	const when = { turn, now };
	const kept = view
		? await storeSnapshot(db, drawer, { version, view }, when)
		: await noteUnchanged(db, drawer.id, when);
	const again = await sendAgain(db, drawer);
	await letGo(db, drawer.id);
	return { end: !kept ? 'stale' : view ? 'stored' : 'unchanged', again, now, stop: null };
}

/** What goes with a view: whose drawer this is, and the pictures that are named. How many pictures came. */
export async function keepUp(
	{ db, world }: Gear,
	drawer: OpenDrawer,
	speaker: Speaker,
	{ view, waiting, isNew }: { view: View; waiting: WaitingCall[]; isNew: boolean }
): Promise<number> {
	const named = new Set([...picturesIn(view), ...waiting.flatMap(({ call }) => picturesOf(call))]);
	if (isNew) {
		world.tabs.tell(`snapshot ${drawer.id}`);
		const person = await markOfPerson(db, view.me);
		await stored(() => db.drawers.update(drawer.id, { person }));
		await dropPictures(db, drawer, named);
	}
	return pullPictures(db, drawer, named, speaker);
}

const AT_ONCE = 10; // pictures in one request: at most 60 kB each

/** Those that did not come last time are asked for again, also when nothing else is new. What is not its hash is not kept. */
async function pullPictures(db: DrawerDb, drawer: OpenDrawer, named: Set<string>, speaker: Speaker): Promise<number> {
	const missing = await missingPictures(db, drawer, named);
	let came = 0;
	for (let i = 0; i < missing.length; i += AT_ONCE) {
		const reply = await speaker.pictures(missing.slice(i, i + AT_ONCE));
		if (!reply.ok) break;
		const wanted = reply.value.filter(({ hash }) => named.has(hash));
		const rows = (await Promise.all(wanted.map((one) => sealPicture(drawer, one)))).filter((row) => row !== null);
		await storePictures(db, drawer, rows);
		came += rows.length;
	}
	return came;
}

/** Where nobody knows this device any more, nobody has what it sent, as far as it can tell. */
async function failed(failure: Failure, db: DrawerDb, drawer: OpenDrawer): Promise<Pulled> {
	if (meaningOf(failure) === 'cut_off') return { end: 'cut_off' };
	if (codeOfWaiting(failure) === 'not_known') {
		await doubt(db, drawer.id);
		await sendAgain(db, drawer);
	}
	return { end: 'later', code: codeOfWaiting(failure), wait: failure.wait };
}
