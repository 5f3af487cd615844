/** What a database said no with. `code` is an SQLSTATE, or the name of a lost connection. */
export interface Problem {
	code: string;
	message: string;
	hint: string | null;
}

export interface Refusal {
	status: number;
	body: Record<string, string | number | null>;
}

export function asProblem(thrown: unknown): Problem | null {
	if (typeof thrown !== 'object' || thrown === null || !('code' in thrown) || typeof thrown.code !== 'string')
		return null;
	const text = (value: unknown) => (typeof value === 'string' ? value : null);
	return {
		code: thrown.code,
		message: ('message' in thrown && text(thrown.message)) || 'refused',
		hint: 'hint' in thrown ? text(thrown.hint) : null
	};
}

/** PostgREST's table, by SQLSTATE and by its first two characters. */
const BY_CODE: Record<string, number> = { 23503: 409, 23505: 409, 25006: 405, '42P01': 404, 42883: 404, P0001: 400 };
const BY_CLASS: Record<string, number> = {
	...Object.fromEntries(['08', '53', '57'].map((group) => [group, 503])),
	...Object.fromEntries(['0L', '0P', '28'].map((group) => [group, 403])),
	...Object.fromEntries(
		['09', '25', '2D', '38', '39', '3B', '40', '54', '55', '58', 'F0', 'HV', 'P0', 'XX'].map((group) => [group, 500])
	)
};

/** The status that PostgREST gives: a lost connection is a bad moment of ours, and may be tried again. */
export function statusOf(code: string, signedIn: boolean): number {
	if (/^PT[2-5]\d\d$/.test(code)) return Number(code.slice(2));
	if (!/^[0-9A-Z]{5}$/.test(code)) return 503;
	if (code === '42501') return signedIn ? 403 : 401;
	return BY_CODE[code] ?? BY_CLASS[code.slice(0, 2)] ?? 400;
}

/** Only our own refusals say what they mean. The rest of PostgreSQL's messages repeat what a person wrote. */
const isOurs = (code: string) => code.startsWith('PT') || code === 'P0001' || code === '42501';

export function refuseCall(problem: Problem, signedIn: boolean): Refusal {
	const message = isOurs(problem.code) ? problem.message : 'The database refused this request.';
	return {
		status: statusOf(problem.code, signedIn),
		body: { code: problem.code, message, details: null, hint: isOurs(problem.code) ? problem.hint : null }
	};
}

/** As Supabase's sign-in server says it; error_code is what supabase-js gives as `error.code`. */
export function refuseSignIn(problem: Problem): Refusal {
	if (problem.code === '23505') return signInRefusal(422, 'user_already_exists');
	const status = statusOf(problem.code, false);
	if (problem.code.startsWith('22')) return signInRefusal(400, 'validation_failed');
	if (problem.code.startsWith('PT')) return signInRefusal(status, problem.message);
	return status === 503 ? signInRefusal(503, 'request_timeout') : signInRefusal(500, 'unexpected_failure');
}

export const signInRefusal = (status: number, code: string, message = code): Refusal => ({
	status,
	body: { code: status, error_code: code, msg: message }
});
