import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountsAccepted, accountsWeSigned } from './token-accounts.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(claims: object, secret = 'ours') {
	const said = `${part({ alg: 'HS256' })}.${part(claims)}`;
	return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
}

describe('whose a token is', () => {
	it('one that we signed says so, also when it is too old; no other does', () => {
		const accounts = accountsWeSigned('ours');
		expect(accounts.of(token({ sub: 'robin', exp: 1 }))).toBe('robin');
		expect(accounts.of(token({ sub: 'robin' }, 'theirs'))).toBeNull();
		for (const text of ['', 'a.b.c', `${part({ alg: 'none' })}.${part({ sub: 'robin' })}.`, token({ sub: 5 })])
			expect(accounts.of(text)).toBeNull();
	});

	it('of a project’s we know what it has let in, and nothing that somebody made up', () => {
		const accounts = accountsAccepted();
		const robins = token({ sub: 'robin' }, 'the project');
		expect(accounts.of(robins)).toBeNull();
		accounts.accepted(robins);
		expect(accounts.of(robins)).toBe('robin');
		expect(accounts.of(token({ sub: 'robin' }, 'somebody'))).toBeNull();
	});
});
