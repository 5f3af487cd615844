import type { Limits } from './rates.ts';

export interface Route {
	kind: 'auth' | 'rpc';
	/** Path and query, as we ask for it: nothing else of the caller's address goes on. */
	path: string;
	limit: keyof Limits;
	mostBytes: number;
	/** The only fields of the body that are passed on, or refused if there are others. */
	fields: readonly string[];
}

const KB = 1024;
const FUNCTIONS: Record<string, readonly string[]> = {
	check_code: ['code'],
	my_view: ['person', 'known_version', 'shape'],
	apply_calls: ['person', 'calls'],
	my_pictures: ['person', 'hashes'],
	my_older: ['person', 'before']
};
const SCOPES = ['local', 'global', 'others'];

/** Everything that is served of Supabase. What is not in here does not exist. */
export function findRoute(method: string, path: string, query: URLSearchParams): Route | null {
	if (method !== 'POST') return null;
	if (path.startsWith('/rest/v1/rpc/')) return rpc(path.slice('/rest/v1/rpc/'.length));
	const auth = { kind: 'auth', mostBytes: 64 * KB } as const;
	if (path === '/auth/v1/signup') return { ...auth, path, limit: 'sign_in', fields: ['email', 'password', 'data'] };
	if (path === '/auth/v1/logout') {
		const scope = query.get('scope') ?? 'global';
		return SCOPES.includes(scope) ? { ...auth, path: `${path}?scope=${scope}`, limit: 'refresh', fields: [] } : null;
	}
	if (path !== '/auth/v1/token') return null;
	const grant = query.get('grant_type');
	const token = { ...auth, path: `${path}?grant_type=${grant}` };
	if (grant === 'password') return { ...token, limit: 'sign_in', fields: ['email', 'password'] };
	return grant === 'refresh_token' ? { ...token, limit: 'refresh', fields: ['refresh_token'] } : null;
}

function rpc(name: string): Route | null {
	const fields = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
	if (!fields) return null;
	const limit = name === 'check_code' ? 'check_code' : 'rpc';
	return { kind: 'rpc', path: `/rest/v1/rpc/${name}`, limit, mostBytes: 512 * KB, fields };
}
