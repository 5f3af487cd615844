import bcrypt from 'bcryptjs';
import { randomBytes } from 'node:crypto';
import type { AskSupabase } from '../gate/ask-supabase.ts';
import type { Database } from '../database/database.ts';

const COST = 10; // as Lite's own
const A_PASSWORD = '/auth/v1/token';

/**
 * Lite looks at a password only where there is an account with that e-mail address, and is quicker where there is none. Here a
 * password of nobody's is as much work: the same hash, of the same cost, in the same turn.
 */
export async function withEqualWork(ask: AskSupabase, database: Database): Promise<AskSupabase> {
	const ofNobody = await bcrypt.hash(randomBytes(24).toString('base64'), COST);
	const isKnown = async (email: string) => {
		const [found] = await database.query(
			'select exists (select from auth.users where email = $1 and encrypted_password is not null) as known',
			[email.toLowerCase()]
		);
		return found?.['known'] === true;
	};
	return async (request) => {
		const url = new URL(request.url);
		if (url.pathname !== A_PASSWORD || url.searchParams.get('grant_type') !== 'password') return ask(request);
		const { email, password }: { email: string; password: string } = await request.clone().json();
		if (!(await isKnown(email))) await bcrypt.compare(password, ofNobody);
		return ask(request);
	};
}
