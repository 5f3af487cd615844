import type { IncomingHttpHeaders } from 'node:http';

/** A request as the server hands it on. Its body is read only when somebody wants it, and never more than asked for. */
export interface Ask {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	address: string;
	body(mostBytes: number): Promise<Uint8Array | 'too_large'>;
}

export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string | Uint8Array | null;
}

export const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
	return { status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Answer {
	return {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
		body
	};
}
