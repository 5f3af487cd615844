import type { RateLimits } from '../limits/limits.ts';
import { takeLoginAttempt } from '../limits/login-attempts.ts';
import { PASSWORD_PATH, type AllowedCall } from './allowed-calls.ts';
import { busy, refuse, textField, tooManyRequests, type Answer } from './answers.ts';
import { askSupabase, forward, type SupabaseDeps } from './ask-supabase.ts';
import { DEVICE_HEADER, waiterFor, type Caller } from './caller.ts';
import { checkCode, UNUSABLE } from './check-code.ts';
import type { FairQueue } from './fair-queue.ts';
import type { KnownDevices } from './known-devices.ts';
import { explainRefusedSignUp, inviteCodeIn } from './sign-up.ts';

export interface SignInDeps extends SupabaseDeps {
	limits: RateLimits;
	devices: KnownDevices;
	/** Before the other queue: a password is slow to look at, and must not take the places of what is quick. */
	passwordQueue: FairQueue;
}

export const MAX_WAITING_PASSWORDS = 600; // ten homes sign in at once

/** Somebody signs in, signs up or renews a session. The device on which it works is known from then on. */
export async function signIn(deps: SignInDeps, call: AllowedCall, body: string, caller: Caller): Promise<Answer> {
	const answer = await answerFor(deps, call, body, caller);
	const email = answer.status < 400 ? emailIn(answer.body) : null;
	if (email === null) return answer;
	return { ...answer, headers: { ...answer.headers, [DEVICE_HEADER]: deps.devices.issue(email, caller.device) } };
}

function answerFor(deps: SignInDeps, call: AllowedCall, body: string, caller: Caller): Promise<Answer> {
	if (call.path.endsWith('grant_type=password')) return withPassword(deps, call, body, caller);
	if (call.path === '/auth/v1/signup') return withCode(deps, call, body, caller);
	if (call.path === PASSWORD_PATH) return changePassword(deps, call, body, caller);
	const ask = () => askSupabase(deps, call.path, body, null);
	return forward(deps, call, { waiter: waiterFor(caller), bearer: caller.bearer, ask });
}

/** Who must wait before a password is looked at is told so, and for how long. */
async function withPassword(deps: SignInDeps, call: AllowedCall, body: string, caller: Caller): Promise<Answer> {
	const email = textField(body, 'email') ?? '';
	const device = deps.devices.belongsTo(caller.device, email) ? caller.device : null;
	const attempt = takeLoginAttempt(deps.limits, email, caller.address, device);
	if (attempt.wait > 0) return tooManyRequests(call, attempt.wait);
	const waiter = waiterFor({ ...caller, account: null, device });
	const ask = () => askSupabase(deps, call.path, body, null);
	const answer = await deps.passwordQueue.run(waiter, () => forward(deps, call, { waiter, bearer: null, ask }));
	if (answer?.status !== 400) attempt.refund();
	return answer ?? busy(call);
}

/**
 * The old password is looked at as at every sign-in. Other sessions end before the new one counts, and once more after it: who
 * knows the old one may have signed in in between. The answer is a session of its own for whoever asked.
 */
async function changePassword(deps: SignInDeps, call: AllowedCall, body: string, caller: Caller): Promise<Answer> {
	const { email, password, new_password }: Record<string, string> = JSON.parse(body);
	const old = { ...call, path: '/auth/v1/token?grant_type=password' };
	const session = await withPassword(deps, old, JSON.stringify({ email, password }), caller);
	const bearer = session.status < 400 ? textField(session.body ?? '', 'access_token') : null;
	if (bearer === null) return session;
	const waiter = waiterFor(caller);
	const by = (path: string, said: string, method: 'POST' | 'PUT') => {
		const ask = () => askSupabase(deps, path, said, bearer, method);
		return deps.passwordQueue.run(waiter, () => forward(deps, call, { waiter, bearer, ask }));
	};
	const endOthers = () => by('/auth/v1/logout?scope=others', '', 'POST');
	for (const step of [
		endOthers,
		() => by('/auth/v1/user', JSON.stringify({ password: new_password }), 'PUT'),
		endOthers
	]) {
		const answer = await step();
		if (!answer || answer.status >= 400) return answer ?? busy(call);
	}
	return session;
}

/**
 * For a visitor with no code, nobody is asked about an e-mail address and no password is hashed: so neither an answer nor how long
 * it takes tells them which addresses are known.
 */
async function withCode(deps: SignInDeps, call: AllowedCall, body: string, caller: Caller): Promise<Answer> {
	const checked = await checkCode(deps, call, inviteCodeIn(body), caller);
	if (checked.state === null) return checked.answer;
	if (UNUSABLE.some((state) => state === checked.state)) return refuse(call, 422, `code_${checked.state}`);
	const { waiter } = checked;
	const check = (code: string) => askSupabase(deps, '/rest/v1/rpc/check_code', JSON.stringify({ code }), null);
	const ask = async () => explainRefusedSignUp(await askSupabase(deps, call.path, body, null), body, check);
	const answer = await deps.passwordQueue.run(waiter, () => forward(deps, call, { waiter, bearer: null, ask }));
	return answer ?? busy(call);
}

function emailIn(body: string | null): string | null {
	if (body === null) return null;
	const read: { user?: { email?: unknown } } = JSON.parse(body);
	return typeof read.user?.email === 'string' ? read.user.email : null;
}
