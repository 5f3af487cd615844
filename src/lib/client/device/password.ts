import { accountOf, type Credential } from '../local/accounts.ts';
import { markOfEmail } from '../local/device-row.ts';
import { changeLock, proveLock } from '../local/drawers.ts';
import { secretProblem } from '../local/lock.ts';
import { attempt, stored } from '../local/storage.ts';
import { codeOfSignIn, isRefusal, type Remote, type Reply } from '../outbound/reply.ts';
import { retryWhenBusy } from '../outbound/retry-when-busy.ts';
import type { SignInTokens } from '../local/accounts.ts';
import { done, failed, type Result } from '../result.ts';
import type { Deps } from '../deps.ts';
import type { OpenDrawer } from './open-drawer.ts';

/** Another password for the account of the open drawer, and for the drawer: the server first, which may say no. */
export async function changePassword(
	deps: Deps,
	opened: OpenDrawer,
	{ email, old, password }: { email: string; old: string; password: string }
): Promise<Result> {
	if (opened.drawer.kind !== 'staff') return failed('not_yours');
	if (secretProblem('password', password)) return failed('weak_password');
	const attempted = await attempt(async () => {
		const who = { email: email.trim().toLowerCase(), password: old };
		const problem = await notTheirs(deps, opened, who);
		if (problem) return failed(problem);
		const reply = await askFor(retryWhenBusy(deps.remoteFor('door'), deps.world), who, password);
		if (!reply.ok) return failed(codeOfSignIn(reply));
		await keep(deps, opened, { who, password, session: reply.value });
		return done(null);
	});
	return attempted.ok ? attempted.value : attempted;
}

/** Whether e-mail and password are those of this drawer: else somebody else's account would get its lock. */
async function notTheirs({ db, world }: Deps, { drawer }: OpenDrawer, who: Credential): Promise<string | null> {
	const [row, mark] = await Promise.all([stored(() => db.drawers.get(drawer.id)), markOfEmail(db, who.email)]);
	if (row?.found_by !== mark) return 'wrong_password';
	const proved = await proveLock(db, drawer.id, who.password, world.now());
	if (proved === 'open') return null;
	return proved === 'wrong' ? 'wrong_password' : typeof proved === 'string' ? proved : 'wait';
}

/** An answer that is lost is no reason to doubt: where the new one signs in, it was changed. */
async function askFor(remote: Remote, who: Credential, password: string): Promise<Reply<SignInTokens>> {
	const reply = await remote.changePassword(who, password);
	if (reply.ok || isRefusal(reply) || reply.status === 429) return reply;
	const heard = await remote.signIn({ ...who, password });
	return heard.ok ? heard : reply;
}

async function keep(
	{ db, world, iterations }: Deps,
	opened: OpenDrawer,
	{ who, password, session }: { who: Credential; password: string; session: SignInTokens }
): Promise<void> {
	const { drawer } = opened;
	const lock = { old: who.password, lock: 'password', secret: password, now: world.now(), iterations } as const;
	await accountOf(db, drawer).keep(session);
	await changeLock(db, drawer.id, lock);
	opened.typed = { ...who, password };
}
