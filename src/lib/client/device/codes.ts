import { isCode, readCode } from '$lib/domain/code.ts';
import type { Credential, SignInTokens } from '../local/accounts.ts';
import { hex, newSecret, randomBytes } from '$lib/platform/ids.ts';
import { done, failed, type Result } from '../result.ts';
import { codeOfWaiting, isRefusal, type CodeState, type Remote, type Reply } from '../outbound/reply.ts';

/** What a code is good for, or why nobody can say. */
export type CodeAnswer = CodeState | { problem: string };

const device = 'device.sayso.invalid'; // no such address exists: it is a name for a device, and nothing is sent to it

/** A device as an account of its own, with a secret that nobody has to remember. */
export const newCredential = (): Credential => ({ email: `${hex(randomBytes(16))}@${device}`, password: newSecret() });

/** Asks whether a code is good, before anything is begun with it. */
export async function checkCode(remote: Remote, code: string): Promise<CodeAnswer> {
	if (!isCode(code)) return { state: 'unknown', for: null };
	const reply = await remote.checkCode(readCode(code));
	return reply.ok ? reply.value : { problem: codeOfWaiting(reply) };
}

/** Whether this code can be used for that. */
export async function checkCodeFor(remote: Remote, code: string, what: 'child' | 'staff' | 'tablet'): Promise<Result> {
	const state = await checkCode(remote, code);
	if ('problem' in state) return failed(state.problem);
	if (state.state !== 'good') return failed(`code_${state.state}`);
	if (state.for === null) return failed('code_unknown');
	return state.for === what ? done(state) : failed(`code_for_${state.for}`);
}

/** Makes the account that the code is for. `again`: this device began with the code before, and did not hear the end of it. */
export async function signUpOrIn(
	remote: Remote,
	who: Credential,
	code: string,
	again: boolean
): Promise<Reply<SignInTokens>> {
	const known = again ? await remote.signIn(who) : null;
	if (known && (known.ok || !isRefusal(known))) return known;
	const reply = await remote.signUp(who, code);
	if (reply.ok || isRefusal(reply)) return reply;
	const heard = await remote.signIn(who); // the answer was lost, perhaps not the sign-up
	if (heard.ok) return heard;
	const state = reply.status > 0 ? await remote.checkCode(code) : null; // hosted sign-up hides why it says no
	if (state?.ok && state.value.state !== 'good')
		return { ok: false, status: 422, code: `code_${state.value.state}`, wait: null };
	return reply;
}
