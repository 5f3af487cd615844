import 'fake-indexeddb/auto';
import type { Call } from '../../src/lib/domain/calls.ts';
import type { Item } from '../../src/lib/domain/item.ts';
import type { View } from '../../src/lib/domain/view.ts';
import { newAccount } from '../../src/lib/client/local/accounts.ts';
import { makeCall } from '../../src/lib/client/local/make-call.ts';
import { DrawerDb } from '../../src/lib/client/local/db.ts';
import { makeDrawer, storeDrawer, type Chosen } from '../../src/lib/client/local/drawers.ts';
import type { UnlockedDrawer } from '../../src/lib/client/local/keys.ts';
import { emptyLists } from './lists.ts';

/** The lock of every drawer in these tests. */
export const PIN = '135790';
let count = 0;

/** A device of its own for each test. */
export const newDb = (): DrawerDb => new DrawerDb(`sayso ${++count}`);

/** A child's drawer on this device, open. */
export async function newDrawer(db: DrawerDb, chosen: Partial<Chosen> = {}): Promise<UnlockedDrawer> {
	const plain = {
		kind: 'child',
		name: 'Ada',
		picture: null,
		style: 'plain',
		lock: 'pin',
		foundBy: null,
		demo: null
	} as const;
	const made = await makeDrawer({ ...plain, secret: PIN, ...chosen }, { made: ++count, iterations: 1 });
	const session = { access_token: 'token 1', refresh_token: 'refresh 1' };
	const account = await newAccount(made.open, { email: 'ada@device.sayso.invalid', password: 'secret' }, session);
	await storeDrawer(db, { row: made.row, account, joining: null });
	return made.open;
}

/** Something said, with words of its own. */
export function topic(words: string, id: string = crypto.randomUUID()): Call {
	const args = { id, symbol: null, words, picture: null, readers: [], left_out: [], shown: [] };
	return makeCall('put_topic', args, crypto.randomUUID(), '2026-11-22T12:00:00.000Z');
}

/** A view of one person with these items, as far as the drawer looks into it. */
export function viewWith(items: { id: string; words: string }[], more: Partial<View> = {}): View {
	const whole = items.map((item) => ({ ...item, picture: null, events: [] }) as unknown as Item);
	const home = { id: 'home', name: 'Maple House', labels: {} } as unknown as View['home'];
	const own = { shape: 1, epoch: 'epoch 1', last_call: 0, me: 'ada', login: 'login' } as const;
	return { ...emptyLists(), ...own, home, items: whole, ...more };
}

/** What a call does to such a view. */
export function applyTopic(view: View, call: Call): View {
	if (call.name !== 'put_topic') return view;
	const { id, words } = call.args;
	return { ...view, items: [...view.items, ...viewWith([{ id, words }]).items] };
}
