import type { SupabaseFetch } from '../gate/ask-supabase.ts';

const PATIENCE = 20_000;

/** Asks a hosted or self-hosted Supabase project instead of a database of our own. */
export function fetchFromProject(project: string, fetcher: typeof fetch = fetch): SupabaseFetch {
	return async (request) => {
		const { pathname, search } = new URL(request.url);
		const body = await request.text();
		try {
			return await fetcher(new URL(pathname + search, project), {
				method: request.method,
				headers: request.headers,
				body: body === '' ? null : body,
				redirect: 'error',
				signal: AbortSignal.timeout(PATIENCE)
			});
		} catch {
			return new Response(null, { status: 503 });
		}
	};
}
