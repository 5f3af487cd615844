import { describe, expect, it } from 'vitest';
import { asProblem, refuseCall, refuseSignIn, statusOf } from './refusals.ts';

const problem = (code: string, message = 'words of a child', hint: string | null = null) => ({ code, message, hint });

describe('what a database’s no becomes', () => {
	it('the status that PostgREST gives', () => {
		const expected = {
			PT422: 422,
			PT429: 429,
			'23505': 409,
			'23503': 409,
			'23514': 400,
			'22P02': 400,
			'42883': 404,
			P0001: 400,
			'25006': 405
		};
		for (const [code, status] of Object.entries(expected)) expect([code, statusOf(code, true)]).toEqual([code, status]);
		expect([statusOf('42501', true), statusOf('42501', false)]).toEqual([403, 401]);
	});

	it('the server’s own bad moments may be tried again, and so may a lost connection', () => {
		for (const code of [
			'40001',
			'40P01',
			'53300',
			'55P03',
			'57014',
			'57P01',
			'58030',
			'08006',
			'XX000',
			'ECONNREFUSED',
			'CONNECTION_CLOSED'
		]) {
			expect([code, statusOf(code, true) >= 500]).toEqual([code, true]);
		}
	});

	it('a status that is none is never sent', () => {
		for (const code of ['PT000', 'PT199', 'PT999', 'PTabc']) expect([200, 400, 503]).toContain(statusOf(code, true));
	});

	it('only our own refusals say what they say: PostgreSQL’s repeat what a person wrote', () => {
		expect(JSON.stringify(refuseCall(problem('22P02', 'invalid input: "my secret"', 'secret'), true))).not.toContain(
			'secret'
		);
		expect(refuseCall(problem('PT422', 'answer_needs_reason'), true).body).toMatchObject({
			code: 'PT422',
			message: 'answer_needs_reason'
		});
	});

	it('a refused sign-up names its reason where supabase-js looks for it', () => {
		expect(refuseSignIn(problem('PT422', 'code_used'))).toEqual({
			status: 422,
			body: { code: 422, error_code: 'code_used', msg: 'code_used' }
		});
		expect(refuseSignIn(problem('23505')).body['error_code']).toBe('user_already_exists');
		expect(refuseSignIn(problem('22001')).status).toBe(400);
		expect(refuseSignIn(problem('ECONNREFUSED')).status).toBe(503);
		expect(JSON.stringify(refuseSignIn(problem('42P01', 'relation "secret"')))).not.toContain('secret');
	});

	it('what is no complaint of a database is none', () => {
		for (const thrown of [null, undefined, 'text', 5, {}, { code: 5 }, new Error('x')])
			expect(asProblem(thrown)).toBeNull();
		expect(asProblem(Object.assign(new Error('no'), { code: '22P02', detail: 'words' }))).toEqual({
			code: '22P02',
			message: 'no',
			hint: null
		});
	});
});
