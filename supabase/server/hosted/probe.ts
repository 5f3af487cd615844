import { randomUUID } from 'node:crypto';

export interface Finding {
	ok: boolean;
	/** A sentence for whoever set the project up. */
	says: string;
}

type Look = (
	path: string,
	init?: { body?: unknown; schema?: string }
) => Promise<{ status: number; body: Record<string, unknown> }>;

/** Looks at a Supabase project from outside, as anybody could, and says what `supabase db push` did not set. */
export async function probe(project: string, key: string, fetcher: typeof fetch = fetch): Promise<Finding[]> {
	const look = looker(project, key, fetcher);
	const checks = [
		signUpIsOn,
		noConfirmations,
		onlyPublic,
		functionsAreThere,
		othersAreNot,
		noSignUpWithoutCode,
		longPasswords
	];
	const findings: Finding[] = [];
	for (const check of checks) findings.push(await check(look));
	return findings;
}

function looker(project: string, key: string, fetcher: typeof fetch): Look {
	return async (path, { body, schema } = {}) => {
		const response = await fetcher(new URL(path, project), {
			method: body === undefined ? 'GET' : 'POST',
			headers: {
				apikey: key,
				...(body !== undefined && { 'content-type': 'application/json' }),
				...(schema && { 'accept-profile': schema })
			},
			body: body === undefined ? null : JSON.stringify(body)
		});
		const text = await response.text();
		return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
	};
}

const judge = (ok: boolean, good: string, bad: string): Finding => ({ ok, says: ok ? good : bad });

async function signUpIsOn(look: Look): Promise<Finding> {
	const { body } = await look('/auth/v1/settings');
	const external = body['external'];
	const email = typeof external === 'object' && external !== null && 'email' in external && external.email === true;
	return judge(
		email && body['disable_signup'] === false,
		'Sign-up with e-mail is on: the one-time code decides who gets in.',
		'Sign-up with e-mail is off: nobody can join. Turn it on under Authentication, Sign In / Providers.'
	);
}

async function noConfirmations(look: Look): Promise<Finding> {
	const { body } = await look('/auth/v1/settings');
	return judge(
		body['mailer_autoconfirm'] === true,
		'Nobody has to confirm an e-mail address.',
		'E-mail confirmations are on: a child’s device has no mailbox and could never join. Turn "Confirm email" off.'
	);
}

async function onlyPublic(look: Look): Promise<Finding> {
	const served: string[] = [];
	for (const schema of ['app', 'calls', 'private', 'auth']) {
		const { body } = await look('/rest/v1/nothing', { schema });
		if (body['code'] !== 'PGRST106') served.push(schema);
	}
	return judge(
		served.length === 0,
		'No other schema than public is served.',
		`The API serves ${served.join(', ')}. Leave only public under Settings, Data API, Exposed schemas.`
	);
}

async function functionsAreThere(look: Look): Promise<Finding> {
	const code = await look('/rest/v1/rpc/check_code', { body: { code: randomUUID() } });
	const view = await look('/rest/v1/rpc/my_view', { body: { person: null } });
	return judge(
		code.body['state'] === 'unknown' && view.body['code'] === '42501',
		'Our functions are there, and a visitor reaches only the one that looks at a code.',
		'Our functions are not there as they should be. Apply the migrations: supabase db push.'
	);
}

async function othersAreNot(look: Look): Promise<Finding> {
	const tables = await Promise.all(
		['homes', 'people', 'items', 'invites'].map((table) => look(`/rest/v1/${table}?limit=0`))
	);
	const found = await look('/rest/v1/rpc/found_home', { body: {} });
	return judge(
		[...tables, found].every(({ status }) => status === 404),
		'No table and no function of the house itself can be reached.',
		'A table or an inner function can be reached from outside. Something was added to schema public: take it out.'
	);
}

async function noSignUpWithoutCode(look: Look): Promise<Finding> {
	const { status } = await signUp(look, `${randomUUID()}${randomUUID()}`.slice(0, 60));
	return judge(
		status >= 400,
		'Nobody gets an account without a code.',
		'An account was made without a code: the triggers on auth.users are missing. Apply the migrations, and delete that account.'
	);
}

async function longPasswords(look: Look): Promise<Finding> {
	const { body } = await signUp(look, randomUUID().slice(0, 11));
	return judge(
		body['error_code'] === 'weak_password' || body['code'] === 'weak_password',
		'A password has at least 12 characters.',
		'Passwords of 11 characters are taken. Set the minimum password length to 12.'
	);
}

const signUp = (look: Look, password: string) =>
	look('/auth/v1/signup', { body: { email: `${randomUUID()}@device.sayso.invalid`, password } });
