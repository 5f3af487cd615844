import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whose a token is, as far as somebody who may say so has said it. It is for counting only: what a token opens is not decided here. */
export interface TokenAccounts {
	/** Null: nobody that we know of. Also a token that is too old is its account's: its device comes to renew it. */
	of(token: string): string | null;
	/** The server behind us took this token for a good one. */
	accepted(token: string): void;
}

/** We signed the tokens ourselves. */
export function accountsWeSigned(secret: string): TokenAccounts {
	return {
		of(token) {
			const [head = '', body = '', signature = ''] = token.split('.');
			const right = createHmac('sha256', secret).update(`${head}.${body}`).digest();
			const given = Buffer.from(signature, 'base64url');
			return given.length === right.length && timingSafeEqual(given, right) ? accountIn(body) : null;
		},
		accepted: () => undefined
	};
}

const TOKENS_PER_HALF = 20_000; // tokens in each half: an hour's worth of a thousand homes

/** A project signs them, with a key that is not ours: whoever it has let in once is known from then on. */
export function accountsAccepted(): TokenAccounts {
	let [young, old] = [new Map<string, string>(), new Map<string, string>()];
	const nameOf = (token: string) => createHash('sha256').update(token).digest('base64url');
	const of = (token: string) => young.get(nameOf(token)) ?? old.get(nameOf(token)) ?? null;
	return {
		of,
		accepted(token) {
			const account = accountIn(token.split('.')[1] ?? '');
			if (account === null || young.has(nameOf(token))) return;
			if (young.size >= TOKENS_PER_HALF) [young, old] = [new Map(), young];
			young.set(nameOf(token), account);
		}
	};
}

function accountIn(body: string): string | null {
	try {
		const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
		const isNamed = typeof claims === 'object' && claims !== null && 'sub' in claims && typeof claims.sub === 'string';
		return isNamed ? String(claims.sub) : null;
	} catch {
		return null;
	}
}
