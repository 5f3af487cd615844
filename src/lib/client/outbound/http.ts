const LONGEST = 30_000; // milliseconds until a request is given up: a network that leads nowhere must not hold the others
const LONGEST_WAIT = 60 * 60 * 1000;

interface Request {
	signal: AbortSignal;
	/** How long the answer to this request asks us to stay away. */
	waitOf(): number | null;
}

export interface Http {
	fetch: typeof globalThis.fetch;
	request(): Request;
}

/** A fetch that gives up in time, and remembers what an answer says about coming back. */
export function makeFetch(fetch: typeof globalThis.fetch): Http {
	const waits = new WeakMap<AbortSignal, number | null>();
	return {
		request() {
			const { signal } = new AbortController();
			return { signal, waitOf: () => waits.get(signal) ?? null };
		},
		async fetch(input, init) {
			const asked = init?.signal ?? null;
			const signal = AbortSignal.timeout(LONGEST);
			const response = await withoutRetry(input, () => fetch(input, { ...init, signal }));
			if (asked) waits.set(asked, waitFrom(response.headers));
			return response;
		}
	};
}

/** Retry-After is seconds, or a date by the server's clock: that is read beside the server's own `date`. */
export function waitFrom(headers: Headers): number | null {
	const after = headers.get('retry-after');
	if (after === null) return null;
	const seconds = Number(after);
	const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(after) - Date.parse(headers.get('date') ?? '');
	return Number.isNaN(wait) ? null : Math.min(LONGEST_WAIT, Math.max(0, wait));
}

/**
 * The sign-in client tries a refresh again and again for half a minute where the server is down. We have our own patience:
 * it is told that the request timed out (408), which it does not repeat.
 */
async function withoutRetry(input: RequestInfo | URL, ask: () => Promise<Response>): Promise<Response> {
	const url = input instanceof Request ? input.url : String(input);
	if (!url.includes('grant_type=refresh_token')) return ask();
	const response = await ask().catch(() => null);
	if (response && response.status < 500) return response;
	return new Response('{"error_code":"request_timeout","msg":"later"}', { status: 408 });
}
