import { askInside, field, pass, refused, toWait, type Inside, type Told } from './ask-supabase.ts';
import { DEVICE, waitingAs, type Caller } from './caller.ts';
import { lookAtCode, NO_USE } from './check-code.ts';
import type { Devices } from './known-devices.ts';
import type { Gate } from './fair-queue.ts';
import type { Book } from '../limits/limits.ts';
import type { Route } from './allowed-calls.ts';
import { codeOf, explainSignUp } from './sign-up.ts';
import { takeTry } from '../limits/login-attempts.ts';

export interface SignInParts extends Inside {
	book: Book;
	devices: Devices;
	/** Before the other gate: a password is slow to look at, and must not take the places of what is quick. */
	passwords: Gate;
}

/** Somebody signs in, signs up or renews a session. The device on which it works is known from then on. */
export async function signIn(parts: SignInParts, route: Route, body: string, caller: Caller): Promise<Told> {
	const told = await askFor(parts, route, body, caller);
	const email = told.answer.status < 400 ? emailIn(told.answer.body) : null;
	if (email === null) return told;
	const headers = { ...told.answer.headers, [DEVICE]: parts.devices.make(email, caller.device) };
	return { ...told, answer: { ...told.answer, headers } };
}

function askFor(parts: SignInParts, route: Route, body: string, caller: Caller): Promise<Told> {
	if (route.path.endsWith('grant_type=password')) return withPassword(parts, route, body, caller);
	if (route.path === '/auth/v1/signup') return withCode(parts, route, body, caller);
	return pass(parts, route, {
		...caller,
		who: waitingAs(caller),
		work: () => askInside(parts, route.path, body, null)
	});
}

/** Whoever must wait before a password is looked at is told so, and for how long. */
async function withPassword(parts: SignInParts, route: Route, body: string, caller: Caller): Promise<Told> {
	const email = field(body, 'email') ?? '';
	const device = parts.devices.isOf(caller.device, email) ? caller.device : null;
	const tried = takeTry(parts.book, email, caller.address, device);
	if (tried.wait > 0) return toWait(route, tried.wait);
	const who = waitingAs({ ...caller, account: null, device });
	const work = () => askInside(parts, route.path, body, null);
	const told = await parts.passwords.pass(who, () => pass(parts, route, { who, bearer: null, work }));
	if (told?.answer.status !== 400) tried.giveBack();
	return told ?? refused(route, 503, 'busy', { 'retry-after': '2' });
}

/**
 * Nobody is asked about an e-mail address, and no password is hashed, for whoever has no code: so neither an answer nor how long it
 * takes tells such a visitor which addresses are known.
 */
async function withCode(parts: SignInParts, route: Route, body: string, caller: Caller): Promise<Told> {
	const looked = await lookAtCode(parts, route, codeOf(body), caller);
	if (looked.state === null) return looked.told;
	if (NO_USE.some((state) => state === looked.state)) return refused(route, 422, `code_${looked.state}`);
	const { who } = looked;
	const check = (code: string) => askInside(parts, '/rest/v1/rpc/check_code', JSON.stringify({ code }), null);
	const work = async () => explainSignUp(await askInside(parts, route.path, body, null), body, check);
	const told = await parts.passwords.pass(who, () => pass(parts, route, { who, bearer: null, work }));
	return told ?? refused(route, 503, 'busy', { 'retry-after': '2' });
}

function emailIn(body: string | Uint8Array | null): string | null {
	if (typeof body !== 'string') return null;
	const read: { user?: { email?: unknown } } = JSON.parse(body);
	return typeof read.user?.email === 'string' ? read.user.email : null;
}
