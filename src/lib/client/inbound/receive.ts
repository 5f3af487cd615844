import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { noteUnchanged, storeSnapshot } from '../local/snapshot.ts';
import { markDoubtful, reconcileOutbox, resendDoubtful } from '../outbound/resend.ts';
import type { DeviceStop } from '../view-state.ts';
import type { Pulled } from './pull.ts';

/** stale: another answer came first. again: calls of another life of the database wait to be sent once more. */
export type Received = News | { end: 'cut_off' } | { end: 'later'; code: string; wait: number | null };
interface News {
	end: 'stored' | 'unchanged' | 'stale';
	again: boolean;
	now: number; // by the server's clock
	stop?: DeviceStop | null;
}

/** Takes in what the server said: the outbox learns first what may be lost, then the view is stored, unless a newer one was. */
export async function receive(db: DrawerDb, drawer: UnlockedDrawer, pulled: Pulled): Promise<Received> {
	if (pulled.end === 'cut_off') return pulled;
	if (pulled.lacks) await markDoubtful(db, drawer.id); // nothing of it is shown as sent from here on
	if (pulled.end === 'later') {
		if (pulled.lacks) await resendDoubtful(db, drawer);
		return pulled;
	}
	const { version, view, stop, turn, now } = pulled;
	if (stop) return { end: 'unchanged', again: false, now, stop };
	const isStored = view
		? await storeSnapshot(db, drawer, { version, view }, { turn, now })
		: await noteUnchanged(db, drawer.id, { turn, now });
	const again = await reconcileOutbox(db, drawer);
	return { end: !isStored ? 'stale' : view ? 'stored' : 'unchanged', again, now, stop: null };
}
