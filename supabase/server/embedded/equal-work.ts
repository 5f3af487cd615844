import bcrypt from 'bcryptjs';
import { randomBytes } from 'node:crypto';
import type { SupabaseFetch } from '../gate/ask-supabase.ts';
import type { Database } from '../database/database.ts';

const COST = 10; // as Lite's own
const TOKEN_PATH = '/auth/v1/token';

/**
 * Lite looks at a password only where there is an account with that e-mail address, and is quicker where there is none. Here a
 * password of nobody's is as much work: the same hash, of the same cost, in the same turn.
 */
export async function withEqualWork(fetchSupabase: SupabaseFetch, database: Database): Promise<SupabaseFetch> {
	const nobodysHash = await bcrypt.hash(randomBytes(24).toString('base64'), COST);
	const isKnown = async (email: string) => {
		const [found] = await database.query(
			'select exists (select from auth.users where email = $1 and encrypted_password is not null) as known',
			[email.toLowerCase()]
		);
		return found?.['known'] === true;
	};
	return async (request) => {
		const url = new URL(request.url);
		if (url.pathname !== TOKEN_PATH || url.searchParams.get('grant_type') !== 'password') return fetchSupabase(request);
		const { email, password }: { email: string; password: string } = await request.clone().json();
		if (!(await isKnown(email))) await bcrypt.compare(password, nobodysHash);
		return fetchSupabase(request);
	};
}
