import type { Connection } from '@supabase/lite';
import type { SupabaseFetch } from '../gate/ask-supabase.ts';
import { loadLite } from './lite.ts';
import type { Keys } from '../keys.ts';

const PASSWORD_LENGTH = 12;
const TOKEN_SECONDS = 3600;

/** Supabase's sign-in and API, in this process. Only the gateway may ask it. */
export async function createLiteApp(
	connection: Connection,
	keys: Keys,
	tokenSeconds = TOKEN_SECONDS
): Promise<SupabaseFetch> {
	const { App } = await loadLite();
	const app = new App({
		connection,
		api: { schemas: ['public'], max_rows: 200 },
		studio: { enabled: false },
		auth: {
			enabled: true,
			enable_signup: true,
			jwt_secret: keys.jwtSecret,
			jwt_expiry: tokenSeconds,
			publishable_key: keys.publishable,
			secret_key: keys.secret,
			minimum_password_length: PASSWORD_LENGTH,
			email: { enable_signup: true, enable_confirmations: false }
		},
		options: { server: { admin: false, disableStudio: true } }
	});
	// Before its first request Lite would grant everything on every table to everybody. We own the grants.
	if (!Reflect.set(connection, 'rlsState', 'active')) throw new Error('cannot keep Lite from granting everything');
	await app.init();
	return async (request) => app.fetch(request);
}
