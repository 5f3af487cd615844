import type { View } from '$lib/domain/view.ts';
import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { readKnown } from '../local/snapshot.ts';
import { codeOfWaiting, meaningOf, type Failure } from '../outbound/reply.ts';
import { doneLast } from '../outbound/resend.ts';
import type { SignedInApi } from '../outbound/signed-in.ts';
import type { DeviceStop } from '../view-state.ts';

/** What the server says of everything that this person may see. `lacks`: it may not have what it said was done. */
export type Pulled = Answer | { end: 'cut_off' } | { end: 'later'; code: string; wait: number | null; lacks: boolean };
interface Answer {
	end: 'answered';
	turn: number; // in which it was asked
	now: number; // by the server's clock
	version: string;
	view: View | null; // null: nothing has changed since the stored one
	stop: DeviceStop | null;
	lacks: boolean;
}

/** Asks once, and writes nothing. `isDrawn`: what is stored can be drawn; else all of it is asked for anew. */
export async function pull(db: DrawerDb, drawer: UnlockedDrawer, api: SignedInApi, isDrawn: boolean): Promise<Pulled> {
	const { turn, version: known } = await readKnown(db, drawer);
	const reply = await api.view(isDrawn ? known : null, await doneLast(db, drawer.id));
	if (!reply.ok) return failed(reply);
	const { version, view, stop = null, lacks } = reply.value;
	return { end: 'answered', turn, now: Date.parse(reply.value.now), version, view, stop, lacks };
}

/** Where nobody knows this device any more, nobody has what it sent, as far as it can tell. */
function failed(failure: Failure): Pulled {
	if (meaningOf(failure) === 'cut_off') return { end: 'cut_off' };
	const code = codeOfWaiting(failure);
	return { end: 'later', code, wait: failure.wait, lacks: code === 'not_known' };
}
