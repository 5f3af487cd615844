import { beforeEach, describe, expect, it } from 'vitest';
import { newDb, newDrawer } from '../../../../tests/support/drawers.ts';
import { accountOf, readSession, type SignInTokens } from '../local/accounts.ts';
import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer, Sender } from '../local/keys.ts';
import { withLock } from '$lib/platform/with-lock.ts';
import type { World } from '$lib/platform/world.ts';
import type { Failure, Remote, Reply } from './reply.ts';
import { SignedIn } from './session.ts';

const fail = (status: number, code = 'x'): Failure => ({ ok: false, status, code, wait: null });
const session = (n: number): Reply<SignInTokens> => ({
	ok: true,
	value: { access_token: `token ${n}`, refresh_token: `refresh ${n}` }
});
let db: DrawerDb;
let ada: UnlockedDrawer;
let asked: string[];
let good: string;
beforeEach(async () => {
	db = newDb();
	ada = await newDrawer(db);
	asked = [];
	good = 'token 1';
});

function signedIn(
	remote: Partial<Remote> = {},
	drawer: UnlockedDrawer | Sender = ada,
	typed: SignedInTyped = null
): SignedIn {
	const world = { withLock: (name: string, work: () => Promise<unknown>) => withLock(name, work) } as unknown as World;
	return new SignedIn({ account: accountOf(db, drawer), world, remote: remote as Remote, typed });
}
type SignedInTyped = { email: string; password: string } | null;

const question = async (token: string): Promise<Reply<string>> => {
	asked.push(token);
	return token === good ? { ok: true, value: 'yes' } : fail(401);
};

describe('asking with a session', () => {
	it('takes the one that is kept', async () => {
		expect(await signedIn().ask(question)).toEqual({ ok: true, value: 'yes' });
		expect(asked).toEqual(['token 1']);
	});

	it('renews it once when it is refused, and keeps the new one', async () => {
		good = 'token 2';
		const refresh = async (token: string) => (token === 'refresh 1' ? session(2) : fail(400));
		expect(await signedIn({ refresh }).ask(question)).toEqual({ ok: true, value: 'yes' });
		expect(asked).toEqual(['token 1', 'token 2']);
		expect(await readSession(db, ada)).toMatchObject({ access_token: 'token 2' });
	});

	it('shows how the server knows this device, when it renews and when it signs in again', async () => {
		await accountOf(db, ada).keep({ access_token: 'token 0', refresh_token: 'refresh 0', device: 'known' });
		good = 'token 3';
		const shown: (string | undefined)[] = [];
		const refresh = async (_: string, device?: string) => (shown.push(device), fail(400));
		const signIn = async (_: unknown, device?: string) => (shown.push(device), session(3));
		expect(await signedIn({ refresh, signIn }).ask(question)).toEqual({ ok: true, value: 'yes' });
		expect(shown).toEqual(['known', 'known']);
	});

	it('signs in again with the secret of the device where it cannot be renewed', async () => {
		good = 'token 3';
		const signIn = async (who: { email: string }) =>
			who.email === 'ada@device.sayso.invalid' ? session(3) : fail(400);
		const remote = { refresh: async () => fail(400, 'refresh_token_not_found'), signIn };
		expect(await signedIn(remote).ask(question)).toEqual({ ok: true, value: 'yes' });
	});

	it('does so for a shut drawer, too', async () => {
		good = 'token 3';
		const shut = { id: ada.id, device: ada.device, publicHalf: ada.publicHalf };
		const remote = { refresh: async () => fail(400), signIn: async () => session(3) };
		expect(await signedIn(remote, shut).ask(question)).toEqual({ ok: true, value: 'yes' });
	});

	it('tries once only: a token that is refused at once again is no reason to go on', async () => {
		good = 'no token';
		expect(await signedIn({ refresh: async () => session(2) }).ask(question)).toMatchObject({ status: 401 });
		expect(asked).toEqual(['token 1', 'token 2']);
	});

	it.each([0, 408, 429, 500, 503])(
		'takes a bad moment (%i) for what it is, and does not give up the session',
		async (status) => {
			good = 'token 2';
			expect(await signedIn({ refresh: async () => fail(status) }).ask(question)).toMatchObject({ status });
			expect(await readSession(db, ada)).toMatchObject({ access_token: 'token 1' });
		}
	);

	it('says that nobody knows this device where even its own secret is refused: that never changes', async () => {
		good = 'token 3';
		const remote = { refresh: async () => fail(400), signIn: async () => fail(400, 'invalid_credentials') };
		expect(await signedIn(remote).ask(question)).toMatchObject({ status: 403, code: 'not_known' });
	});

	it('says signed out where a typed password is refused: it may have been changed elsewhere', async () => {
		good = 'token 3';
		const remote = { refresh: async () => fail(400), signIn: async () => fail(400, 'invalid_credentials') };
		const typed = { email: 'sam@maple.example', password: 'an old one' };
		expect(await signedIn(remote, ada, typed).ask(question)).toMatchObject({ status: 401, code: 'signed_out' });
	});

	it('takes the session that another tab has renewed meanwhile', async () => {
		const here = signedIn({ refresh: async () => fail(500) });
		await here.ask(question);
		good = 'token 2';
		await signedIn({ refresh: async () => session(2) }).ask(question);
		expect(await here.ask(question)).toEqual({ ok: true, value: 'yes' });
	});

	it('renews once for two questions at the same time', async () => {
		good = 'token 2';
		let times = 0;
		const refresh = async () => (times++, session(2));
		const one = signedIn({ refresh });
		await Promise.all([one.ask(question), one.ask(question)]);
		expect(times).toBe(1);
	});
});

describe('staff', () => {
	it('are signed in only while their drawer is open, with what they typed', async () => {
		const sam = await newDrawer(db, { kind: 'staff', lock: 'password', name: '', foundBy: 'mark' });
		expect(await readSession(db, sam)).toMatchObject({ access_token: 'token 1' });
		const shut = { id: sam.id, device: sam.device, publicHalf: sam.publicHalf };
		expect(await readSession(db, shut)).toBeNull();
		good = 'token 3';
		const typed = { email: 'sam@maple.example', password: 'correct horse' };
		const remote = {
			refresh: async () => fail(400),
			signIn: async (who: typeof typed) => (who === typed ? session(3) : fail(400))
		};
		expect(await signedIn(remote, sam, typed).ask(question)).toEqual({ ok: true, value: 'yes' });
	});
});
