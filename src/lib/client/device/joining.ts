import { readCode } from '$lib/domain/code.ts';
import { nameProblem as problemOf, shownName } from '$lib/domain/text/names.ts';
import {
	beginJoining,
	findJoining,
	newAccount,
	type Credential,
	type Joining,
	type Session
} from '../local/accounts.ts';
import type { DrawerRow, JoiningRow } from '../local/db.ts';
import { markOfEmail } from '../local/device.ts';
import { isOpen, makeDrawer, openDrawer, storeDrawer, type Chosen } from '../local/drawers.ts';
import type { OpenDrawer } from '../local/keys.ts';
import { secretProblem, type Lock } from '../local/lock.ts';
import { moveCalls } from '../local/moving.ts';
import type { Style } from '../local/shown.ts';
import { stored } from '../local/storage.ts';
import { codeProblem, newCredential, signUpOrIn } from './codes.ts';
import type { Gear } from '../deps.ts';
import { patient } from '../outbound/patience.ts';
import { codeOfSignIn, isRefusal } from '../outbound/reply.ts';

export type { CodeAnswer } from './codes.ts';

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
interface Entered {
	drawer: OpenDrawer;
	typed: Credential | null;
}
export type Entering = Entered | { problem: string };

/** A child's device becomes an account of its own, with a secret that nobody has to remember. */
export async function joinChild(gear: Gear, joining: ChildJoining, demo: string | null = null): Promise<Entering> {
	const { name, picture, style = 'picture', lock, secret } = joining;
	const problem = nameProblem(name) ?? (demo === null ? secretProblem(lock, secret) : null);
	if (problem) return { problem };
	const signedUp = await signUp(gear, { code: readCode(joining.code), for: 'child', ...newCredential() });
	if ('problem' in signedUp) return signedUp;
	const { email, password } = signedUp.joining;
	if (password === null) return { problem: 'code_for_staff' };
	const chosen: Chosen = { kind: 'child', name: shownName(name), picture, style, lock, secret, foundBy: null, demo };
	return settleIn(gear, chosen, { ...signedUp, credential: { email, password } });
}

/** Staff bring an e-mail and a password. The password also locks their drawer, and is kept nowhere. */
export async function joinStaff(gear: Gear, joining: StaffJoining): Promise<Entering> {
	const typed = { email: joining.email.trim().toLowerCase(), password: joining.password };
	const problem = staffProblem(typed);
	if (problem) return { problem };
	const signedUp = await signUp(gear, { code: readCode(joining.code), for: 'staff', ...typed });
	return 'problem' in signedUp ? signedUp : settleStaff(gear, typed, signedUp);
}

/** Staff on a device that knows them open their drawer offline; else the server says whether it is them. */
export async function signInStaff(gear: Gear, typed: Credential): Promise<Entering> {
	const { db, world } = gear;
	const mark = await markOfEmail(db, typed.email);
	const rows = await stored(() => db.drawers.filter(({ found_by }) => found_by === mark).sortBy('made'));
	const row = rows.at(-1); // who joined again has an older one, too, from which nothing goes any more
	const opened = row ? await openDrawer(db, row.id, typed.password, world.now()) : 'wrong';
	if (isOpen(opened)) return { drawer: opened, typed };
	if (opened === 'broken') return { problem: 'broken' };
	return opened === 'wrong' ? askServer(gear, typed, row ?? null) : { problem: 'wait' };
}

/** `old`: their drawer here, with a password that was changed elsewhere. What they had not sent yet goes with them. */
async function askServer(gear: Gear, typed: Credential, old: DrawerRow | null): Promise<Entering> {
	const reply = await patient(gear.remoteFor('door'), gear.world).signIn(typed);
	if (!reply.ok)
		return { problem: old && reply.status !== 429 && !isRefusal(reply) ? 'wrong_password' : codeOfSignIn(reply) };
	const entered = await settleStaff(gear, typed, { session: reply.value, row: null });
	if (old) await moveCalls(gear.db, old, entered.drawer);
	return entered;
}

/** A made-up person of the demo home: the device keeps all that is needed to open the drawer again. */
export async function joinDemoStaff(gear: Gear, code: string, secret: string, demo: string): Promise<Entering> {
	const own = newCredential();
	const signedUp = await signUp(gear, { code, for: 'staff', ...own });
	if ('problem' in signedUp) return signedUp;
	return settleIn(gear, staffDrawer({ secret, foundBy: null, demo }), { ...signedUp, credential: own });
}

interface SignedUp {
	session: Session;
	row: JoiningRow | null;
}

/** What identifies this device is on it before the server hears of it: an answer that is lost becomes a sign-in. */
async function signUp(
	gear: Gear,
	asked: Credential & { code: string; for: 'child' | 'staff' }
): Promise<(SignedUp & { joining: Joining }) | { problem: string }> {
	const remote = patient(gear.remoteFor('door'), gear.world);
	const { code, email, password } = asked;
	const found = await findJoining(gear.db, code);
	const before = found && (asked.for === 'child' || found.joining.email === email) ? found : null;
	const problem = before ? null : await codeProblem(remote, code, asked.for);
	if (problem !== null) return { problem };
	const kept = asked.for === 'child' ? { code, email, password } : { code, email, password: null };
	const begun = before ?? { joining: kept, row: await beginJoining(gear.db, kept, gear.world.now()) };
	const who = { email: begun.joining.email, password: begun.joining.password ?? password };
	const reply = await signUpOrIn(remote, who, code, before !== null);
	if (!reply.ok) return { problem: codeOfSignIn(reply) };
	return { session: reply.value, row: begun.row, joining: begun.joining };
}

async function settleStaff(gear: Gear, typed: Credential, signedUp: SignedUp): Promise<Entered> {
	const foundBy = await markOfEmail(gear.db, typed.email);
	const chosen = staffDrawer({ secret: typed.password, foundBy, demo: null });
	const entered = await settleIn(gear, chosen, { ...signedUp, credential: null });
	return { ...entered, typed };
}

/** Staff choose nothing but the secret: their drawer does not stand on the door. */
const staffDrawer = (its: Pick<Chosen, 'secret' | 'foundBy' | 'demo'>): Chosen => ({
	...{ kind: 'staff', name: '', picture: null, style: 'plain', lock: 'password' },
	...its
});

async function settleIn(
	gear: Gear,
	chosen: Chosen,
	has: SignedUp & { credential: Credential | null }
): Promise<Entered> {
	const made = await makeDrawer(chosen, { made: gear.world.now(), iterations: gear.iterations });
	const account = await newAccount(made.open, has.credential, has.session);
	await storeDrawer(gear.db, { row: made.row, account, joining: has.row?.id ?? null });
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
