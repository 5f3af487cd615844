import type { Call } from '../../../src/lib/domain/calls.ts';
import { whoWillSee } from '../../../src/lib/domain/reading/reading.ts';
import type { ItemKind } from '../../../src/lib/domain/vocabulary/items.ts';
import type { Reader } from '../../../src/lib/domain/item.ts';
import type { TestDatabase } from '../engines.ts';
import { makeHome } from './home.ts';
import { Random } from './random.ts';
import { send, viewOf } from './requests.ts';
import { difference } from './same.ts';
import { saidOf, TAKES } from './saying.ts';

const NAMES = {
	wish: 'send_wish',
	topic: 'put_topic',
	complaint: 'complain',
	request: 'ask_for_another_key_worker',
	note: 'write_note',
	meeting: 'send_meeting',
	about_me: 'send_about_me'
} as const;
const KINDS: ItemKind[] = ['wish', 'wish', 'wish', 'topic', 'complaint', 'request', 'note', 'meeting', 'about_me'];

/** In a home of its own: who reads a draft, as the device says before it is sent, and as the view says afterwards. */
export async function sendOne(db: TestDatabase, seed: number): Promise<string[]> {
	const random = new Random(seed);
	const home = await makeHome(db, random);
	const kind = random.pick(KINDS);
	const who = random.pick(kind === 'note' ? home.staff : home.children);
	const before = await viewOf(db, who);
	if (!before) return [];
	const { view, now } = before;
	const child = kind === 'note' ? random.pick(home.children).id : view.me;
	const said = { ...saidOf({ random, view, now, ids: [] }, kind, child), symbol: 'bird', words: '' };
	const readers = whoWillSee(view, { kind, child, ...said }, now);
	const args = TAKES[NAMES[kind]](said, child);
	const [outcome] = await send(db, who, [{ id: random.id(), name: NAMES[kind], args, at: now } as Call]);
	if (outcome?.end !== 'done') return [];
	const after = await viewOf(db, who);
	// An adult is shown who reads by now, a child also who comes later
	const isShown = ({ from_at }: Reader) => kind !== 'note' || Date.parse(from_at) <= Date.parse(now);
	const shown = after?.view.items.find(({ id }) => id === args.id)?.readers;
	const found = difference(readers.filter(isShown), shown);
	if (found) throw new Error(`seed ${seed}: ${found}`);
	return readers.map(({ why, words }) => (words ? why : `${why} without words`));
}
