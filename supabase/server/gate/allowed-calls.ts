export interface AllowedCall {
	kind: 'auth' | 'rpc';
	/** Path and query, as we ask for it: nothing else of the caller's address goes on. */
	path: string;
	/** Against what it counts. */
	limit: 'sign_in' | 'refresh' | 'check_code' | 'rpc';
	/** The only fields that its body may have, and what each is. */
	fields: Fields;
}

/** `?` may be null or left out. `data` is what comes with a sign-up. */
export type FieldType = 'text' | 'text?' | 'number?' | 'list' | 'list?' | 'data';
type Fields = Readonly<Record<string, FieldType>>;

const FUNCTIONS: Record<string, Fields> = {
	check_code: { code: 'text' },
	my_view: { person: 'text?', known_version: 'text?', shape: 'number?', known: 'list?' },
	apply_calls: { person: 'text?', calls: 'list', known: 'list?' },
	my_pictures: { person: 'text?', hashes: 'list' },
	my_older: { person: 'text?', before: 'text', of_kind: 'text?' },
	my_evidence: { person: 'text?', first_day: 'text', last_day: 'text' },
	my_audit: { person: 'text?', before: 'text' },
	home_guide: { known_version: 'text?' }
};
/** Ours: whoever knows a password changes it, and every other session of theirs ends. Supabase would ask for no password. */
export const PASSWORD_PATH = '/auth/v1/password';
const SCOPES = ['local', 'global', 'others'];

/** All that is served of Supabase. What is not in here does not exist. */
export function findCall(method: string, path: string, query: URLSearchParams): AllowedCall | null {
	if (method !== 'POST') return null;
	if (path.startsWith('/rest/v1/rpc/')) return rpc(path.slice('/rest/v1/rpc/'.length));
	const auth = { kind: 'auth' } as const;
	if (path === '/auth/v1/signup')
		return { ...auth, path, limit: 'sign_in', fields: { email: 'text', password: 'text', data: 'data' } };
	if (path === PASSWORD_PATH)
		return { ...auth, path, limit: 'sign_in', fields: { email: 'text', password: 'text', new_password: 'text' } };
	if (path === '/auth/v1/logout') {
		const scope = query.get('scope') ?? 'global';
		return SCOPES.includes(scope) ? { ...auth, path: `${path}?scope=${scope}`, limit: 'refresh', fields: {} } : null;
	}
	if (path !== '/auth/v1/token') return null;
	const grant = query.get('grant_type');
	const token = { ...auth, path: `${path}?grant_type=${grant}` };
	if (grant === 'password') return { ...token, limit: 'sign_in', fields: { email: 'text', password: 'text' } };
	return grant === 'refresh_token' ? { ...token, limit: 'refresh', fields: { refresh_token: 'text' } } : null;
}

function rpc(name: string): AllowedCall | null {
	const fields = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
	if (!fields) return null;
	const limit = name === 'check_code' ? 'check_code' : 'rpc';
	return { kind: 'rpc', path: `/rest/v1/rpc/${name}`, limit, fields };
}
