import { createHash } from 'node:crypto';
import type { View } from '../../../src/lib/domain/view.ts';
import type { Database } from '../../server/database/database.ts';
import type { Somebody } from './home.ts';
import { as } from './requests.ts';

const bytesOf = (child: string, nth: number) => Buffer.from(`1a45dfa30${nth}${child.replaceAll('-', '')}`, 'hex');
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What a child recorded before anything else happened: the hashes. */
export const recordingsOf = (child: string): string[] => [1, 2].map((nth) => hashOf(bytesOf(child, nth)));

/** They lie there from each device of the child's. */
export const recordingsSql = (home: string, child: string, logins: string[]): string =>
	logins
		.flatMap((login) => [1, 2].map((nth) => ({ login, bytes: bytesOf(child, nth) })))
		.map(
			({ login, bytes }) => `insert into app.pictures (home_id, made_by, login_id, hash, bytes)
				values ('${home}', '${child}', '${login}', '${hashOf(bytes)}', '\\x${bytes.toString('hex')}');`
		)
		.join('');

/** Somebody hears what they made themselves, and what stands in an item that they read: nothing else, and all of it. */
export async function compareHeard(db: Database, who: Somebody, view: View): Promise<number> {
	const children = view.people.filter(({ role }) => role === 'child').map(({ id }) => id);
	const hashes = children.flatMap(recordingsOf);
	const rows = await as(db, who, (sql) =>
		sql.query('select public.my_pictures($1, $2::text[]) as told', [who.id, `{${hashes.join(',')}}`])
	);
	const heard = (rows[0]?.['told'] as { hash: string }[]).map(({ hash }) => hash);
	const stands = view.items.flatMap(({ recording }) => recording ?? []);
	const mine = who.role === 'child' ? recordingsOf(who.id) : [];
	const fair = new Set([...stands.filter((hash) => hashes.includes(hash)), ...mine]);
	if ([...heard].sort().join() !== [...fair].sort().join())
		throw new Error(`a ${who.role} hears ${heard.length} recordings, and reads of ${fair.size}`);
	return stands.length;
}
