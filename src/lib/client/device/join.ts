import { readCode } from '$lib/domain/code.ts';
import { nameProblem as problemOf, shownName } from '$lib/domain/text/names.ts';
import {
	beginJoining,
	findJoining,
	newAccount,
	type Credential,
	type Joining,
	type SignInTokens
} from '../local/accounts.ts';
import type { DrawerRow, JoiningRow } from '../local/db.ts';
import { markOfEmail } from '../local/device-row.ts';
import { isOpen, makeDrawer, openDrawer, storeDrawer, type Chosen } from '../local/drawers.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { secretProblem, type Lock } from '../local/lock.ts';
import { moveCalls } from '../local/move-calls.ts';
import type { Style } from '../view-state.ts';
import { stored } from '../local/storage.ts';
import { checkCodeFor, newCredential, signUpOrIn } from './codes.ts';
import type { Deps } from '../deps.ts';
import { retryWhenBusy } from '../outbound/retry-when-busy.ts';
import { codeOfSignIn, isRefusal } from '../outbound/reply.ts';
import { done, failed, type Result } from '../result.ts';

export interface ChildJoining {
	code: string;
	name: string;
	picture: string | null;
	style?: Style;
	lock: Exclude<Lock, 'password'>;
	secret: string; // a PIN, or the names of five pictures with a space between
}
export interface StaffJoining {
	code: string;
	email: string;
	password: string;
}

/** Somebody is in: their open drawer, and for staff what they typed, to sign in again as long as it is open. */
export interface Entered {
	drawer: UnlockedDrawer;
	typed: Credential | null;
}

/** A child's device becomes an account of its own, with a secret that nobody has to remember. */
export async function joinChild(
	deps: Deps,
	joining: ChildJoining,
	demo: string | null = null
): Promise<Result<Entered>> {
	const { name, picture, style = 'picture', lock, secret } = joining;
	const problem = nameProblem(name) ?? (demo === null ? secretProblem(lock, secret) : null);
	if (problem) return failed(problem);
	const signedUp = await signUp(deps, { code: readCode(joining.code), for: 'child', ...newCredential() });
	if (!signedUp.ok) return signedUp;
	const { email, password } = signedUp.value.joining;
	if (password === null) return failed('code_for_staff');
	const chosen: Chosen = { kind: 'child', name: shownName(name), picture, style, lock, secret, foundBy: null, demo };
	return done(await settleIn(deps, chosen, { ...signedUp.value, credential: { email, password } }));
}

/** Staff bring an e-mail and a password. The password also locks their drawer, and is kept nowhere. */
export async function joinStaff(deps: Deps, joining: StaffJoining): Promise<Result<Entered>> {
	const typed = { email: joining.email.trim().toLowerCase(), password: joining.password };
	const problem = staffProblem(typed);
	if (problem) return failed(problem);
	const signedUp = await signUp(deps, { code: readCode(joining.code), for: 'staff', ...typed });
	return signedUp.ok ? done(await settleStaff(deps, typed, signedUp.value)) : signedUp;
}

/** Staff on a device that knows them open their drawer offline; else the server says whether it is them. */
export async function signInStaff(deps: Deps, typed: Credential): Promise<Result<Entered>> {
	const { db, world } = deps;
	const mark = await markOfEmail(db, typed.email);
	const rows = await stored(() => db.drawers.filter(({ found_by }) => found_by === mark).sortBy('made'));
	const row = rows.at(-1); // who joined again has an older one, too, from which nothing goes any more
	const opened = row ? await openDrawer(db, row.id, typed.password, world.now()) : 'wrong';
	if (isOpen(opened)) return done({ drawer: opened, typed });
	if (opened === 'broken') return failed('broken');
	return opened === 'wrong' ? askServer(deps, typed, row ?? null) : failed('wait');
}

/** `old`: their drawer here, with a password that was changed elsewhere. What they had not sent yet goes with them. */
async function askServer(deps: Deps, typed: Credential, old: DrawerRow | null): Promise<Result<Entered>> {
	const reply = await retryWhenBusy(deps.remoteFor('door'), deps.world).signIn(typed);
	if (!reply.ok)
		return failed(old && reply.status !== 429 && !isRefusal(reply) ? 'wrong_password' : codeOfSignIn(reply));
	const entered = await settleStaff(deps, typed, { session: reply.value, row: null });
	if (old) await moveCalls(deps.db, old, entered.drawer);
	return done(entered);
}

/** A made-up person of the demo home: the device keeps all that is needed to open the drawer again. */
export async function joinDemoStaff(deps: Deps, code: string, secret: string, demo: string): Promise<Result<Entered>> {
	const own = newCredential();
	const signedUp = await signUp(deps, { code, for: 'staff', ...own });
	if (!signedUp.ok) return signedUp;
	const chosen = staffDrawer({ secret, foundBy: null, demo });
	return done(await settleIn(deps, chosen, { ...signedUp.value, credential: own }));
}

interface SignedUp {
	session: SignInTokens;
	row: JoiningRow | null;
}

/** What identifies this device is on it before the server hears of it: an answer that is lost becomes a sign-in. */
async function signUp(
	deps: Deps,
	asked: Credential & { code: string; for: 'child' | 'staff' }
): Promise<Result<SignedUp & { joining: Joining }>> {
	const remote = retryWhenBusy(deps.remoteFor('door'), deps.world);
	const { code, email, password } = asked;
	const found = await findJoining(deps.db, code);
	const before = found && (asked.for === 'child' || found.joining.email === email) ? found : null;
	const usable = before ? done(before) : await checkCodeFor(remote, code, asked.for);
	if (!usable.ok) return usable;
	const kept = asked.for === 'child' ? { code, email, password } : { code, email, password: null };
	const begun = before ?? { joining: kept, row: await beginJoining(deps.db, kept, deps.world.now()) };
	const who = { email: begun.joining.email, password: begun.joining.password ?? password };
	const reply = await signUpOrIn(remote, who, code, before !== null);
	if (!reply.ok) return failed(codeOfSignIn(reply));
	return done({ session: reply.value, row: begun.row, joining: begun.joining });
}

async function settleStaff(deps: Deps, typed: Credential, signedUp: SignedUp): Promise<Entered> {
	const foundBy = await markOfEmail(deps.db, typed.email);
	const chosen = staffDrawer({ secret: typed.password, foundBy, demo: null });
	const entered = await settleIn(deps, chosen, { ...signedUp, credential: null });
	return { ...entered, typed };
}

/** Staff choose nothing but the secret: their drawer does not stand on the door. */
const staffDrawer = (its: Pick<Chosen, 'secret' | 'foundBy' | 'demo'>): Chosen => ({
	...{ kind: 'staff', name: '', picture: null, style: 'plain', lock: 'password' },
	...its
});

async function settleIn(
	deps: Deps,
	chosen: Chosen,
	has: SignedUp & { credential: Credential | null }
): Promise<Entered> {
	const made = await makeDrawer(chosen, { made: deps.world.now(), iterations: deps.iterations });
	const account = await newAccount(made.open, has.credential, has.session);
	await storeDrawer(deps.db, { row: made.row, account, joining: has.row?.id ?? null });
	return { drawer: made.open, typed: null };
}

function nameProblem(name: string): string | null {
	const problem = problemOf(name);
	return problem === 'bad_name' ? 'no_name' : problem;
}

function staffProblem({ email, password }: Credential): string | null {
	if (!/^[^\s@]+@[^\s@]+$/.test(email)) return 'bad_email';
	const problem = secretProblem('password', password);
	return problem && 'weak_password';
}
