import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HomeGuide } from '$lib/domain/questions/devices/tablets.ts';
import type { Credential } from '../local/accounts.ts';
import { TabletDb, readTablet, type TabletShown } from '../local/tablet-db.ts';
import { withLock } from '$lib/platform/with-lock.ts';
import type { World } from '$lib/platform/world.ts';
import type { CodeState, Failure, Remote } from '../outbound/reply.ts';
import { problemOf } from '../result.ts';
import { HomeTablet } from './home-tablet.ts';

const CODE = 'BCDF GHJK LMNP';
const guide: HomeGuide = {
	home: { name: 'Maple House', nation: 'england', time_zone: 'Europe/London', labels: {} },
	sections: [
		{
			section: 'fire',
			lines: [{ kind: 'line', words: 'The bell rings twice.', symbol: null, number: null }],
			at: '2026-11-22T12:00:00Z'
		}
	]
};
const fail = (status: number, code: string): Failure => ({ ok: false, status, code, wait: null });
const OFFLINE = fail(0, 'offline');

let db: TabletDb;
let online: boolean;
let code: CodeState;
let accounts: Credential[];
let good: string; // the token that counts now
let cutOff: boolean;
let slow: Promise<void>; // what an answer waits for on its way
let lost: boolean; // the answer to a sign-up does not arrive
let asked: string[];
let shown: TabletShown[];
let hearers: ((what: string) => void)[];
let now: number;
let count = 0;

const session = { access_token: 'token', refresh_token: 'refresh' };
const remote = {
	checkCode: async () => (online ? { ok: true, value: code } : OFFLINE),
	async signUp(who: Credential, given: string) {
		asked.push(`sign up ${given}`);
		if (!online) return OFFLINE;
		if (code.state === 'used') return fail(422, 'code_used');
		accounts.push(who);
		code = { state: 'used', for: null };
		return lost ? OFFLINE : { ok: true, value: session };
	},
	async signIn(who: Credential) {
		asked.push('sign in');
		if (!online || lost) return OFFLINE;
		const known = accounts.some(({ email, password }) => email === who.email && password === who.password);
		return known ? { ok: true, value: session } : fail(400, 'invalid_credentials');
	},
	async refresh(token: string) {
		asked.push(token);
		const renewed = { access_token: 'token 2', refresh_token: 'refresh 2' };
		return token === 'refresh' ? { ok: true, value: renewed } : fail(400, 'refresh_token_not_found');
	},
	async homeGuide(token: string, known: string | null) {
		asked.push(`guide ${known ?? ''}`);
		if (!online) return OFFLINE;
		const answer = cutOff ? fail(403, 'nobody') : null;
		await slow;
		if (token !== good) return fail(401, 'bad_jwt');
		if (answer) return answer;
		const now = '2026-11-22T12:00:00Z';
		return { ok: true, value: { version: 'v1', now, guide: known === 'v1' ? null : guide } };
	}
} as unknown as Remote;

const world = {
	now: () => now,
	after: () => () => undefined,
	chance: () => 0.5,
	online: () => true,
	onOnline: () => () => undefined,
	visible: () => true,
	withLock: (name: string, work: () => Promise<unknown>) => withLock(name, work),
	tabs: { tell: () => undefined, hear: (hearer: (what: string) => void) => (hearers.push(hearer), () => undefined) }
} as unknown as World;

const newTablet = () => new HomeTablet({ db, world, remote }, (kept) => shown.push(kept));
const kept = () => shown.at(-1)?.state;

beforeEach(() => {
	db = new TabletDb(`tablet ${++count}`);
	[online, cutOff, lost, now] = [true, false, false, 0];
	slow = Promise.resolve();
	[code, good] = [{ state: 'good', for: 'tablet' }, 'token'];
	[accounts, asked, shown, hearers] = [[], [], [], []];
});

describe('a tablet of the home', () => {
	it('shows what the home wrote from the moment that it is paired, and again with no network after a restart', async () => {
		const tablet = newTablet();
		await tablet.start();
		expect(shown).toEqual([{ state: 'none', version: null, guide: null }]);
		expect(asked).toEqual([]); // a device that is no tablet asks for nothing
		expect(problemOf(await tablet.pair(CODE))).toBeNull();
		expect(shown.at(-1)).toEqual({ state: 'paired', version: 'v1', guide });
		expect(asked).toEqual(['sign up BCDFGHJKLMNP', 'guide ']);
		tablet.stop();
		online = false;
		await newTablet().start();
		expect(shown.at(-1)).toEqual({ state: 'paired', version: 'v1', guide });
	});

	it('asks only for what is new', async () => {
		await newTablet().pair(CODE);
		await newTablet().start();
		expect(asked.at(-1)).toBe('guide v1');
	});

	it('renews its session once, and goes on with it', async () => {
		await newTablet().pair(CODE);
		[good, asked] = ['token 2', []];
		await newTablet().start();
		expect(asked).toEqual(['guide v1', 'refresh', 'guide v1']);
		asked = [];
		await newTablet().start();
		expect(asked).toEqual(['guide v1']);
	});

	it('keeps nothing of the home, nor a way to ask again, once the home cut it off', async () => {
		await newTablet().pair(CODE);
		cutOff = true;
		await newTablet().start();
		expect(kept()).toBe('cut_off');
		expect(await Promise.all([db.paired.toArray(), db.pairing.toArray()])).toEqual([[], []]);
		asked = [];
		await newTablet().start();
		expect([kept(), asked]).toEqual(['cut_off', []]); // and says so later, too
	});

	it('may be paired again with a new code', async () => {
		await newTablet().pair(CODE);
		cutOff = true;
		await newTablet().start();
		[cutOff, code] = [false, { state: 'good', for: 'tablet' }];
		expect(problemOf(await newTablet().pair('QRST VWXZ BCDF'))).toBeNull();
		expect(kept()).toBe('paired');
	});

	it('shows nothing of the home before, once it is paired with another', async () => {
		await newTablet().pair(CODE);
		[online, code] = [true, { state: 'good', for: 'tablet' }];
		slow = Promise.reject(new Error('no answer comes'));
		slow.catch(() => undefined);
		await newTablet()
			.pair('QRST VWXZ BCDF')
			.catch(() => undefined);
		expect(await readTablet(db)).toEqual({ state: 'paired', version: null, guide: null });
	});

	it('is not ended by an answer about what it was before, which comes after it was paired anew', async () => {
		await newTablet().pair(CODE);
		let arrives: () => void = () => undefined;
		slow = new Promise((go) => (arrives = go));
		[cutOff, asked] = [true, []];
		const before = newTablet().start();
		await expect.poll(() => asked).toEqual(['guide v1']);
		[cutOff, code] = [false, { state: 'good', for: 'tablet' }];
		const anew = newTablet().pair('QRST VWXZ BCDF');
		await new Promise((go) => setTimeout(go, 100));
		arrives();
		await Promise.all([before, anew]);
		expect((await readTablet(db)).state).toBe('paired');
	});

	it('another page of this device that is open meanwhile shows it, too', async () => {
		await newTablet().start();
		const other = hearers.at(-1);
		await newTablet().pair(CODE);
		shown = [];
		other?.('drawers');
		other?.('tablet');
		await expect.poll(kept).toBe('paired');
	});
});

describe('pairing', () => {
	it('with no network says so, and the same code works afterwards', async () => {
		const tablet = newTablet();
		online = false;
		expect(problemOf(await tablet.pair(CODE))).toBe('offline');
		online = true;
		expect(problemOf(await tablet.pair(CODE))).toBeNull();
	});

	it('whose answer is lost ends with the secret that was kept before, and not with a second code', async () => {
		const tablet = newTablet();
		lost = true;
		expect(problemOf(await tablet.pair(CODE))).toBe('offline');
		lost = false;
		expect(problemOf(await newTablet().pair(CODE))).toBeNull();
		expect(accounts).toHaveLength(1);
		expect(kept()).toBe('paired');
	});

	it('with another code goes by that code, whatever was begun with the one before', async () => {
		lost = true;
		await newTablet().pair(CODE);
		[lost, code] = [false, { state: 'good', for: 'tablet' }];
		expect(problemOf(await newTablet().pair('QRST VWXZ BCDF'))).toBeNull();
		expect(asked.filter((one) => one.startsWith('sign up'))).toEqual(['sign up BCDFGHJKLMNP', 'sign up QRSTVWXZBCDF']);
	});

	it('is not done with a code that was used meanwhile, is over, or is for a person', async () => {
		const tablet = newTablet();
		for (const [state, what, problem] of [
			['used', null, 'code_used'],
			['expired', null, 'code_expired'],
			['unknown', null, 'code_unknown'],
			['good', 'child', 'code_for_child'],
			['good', 'staff', 'code_for_staff']
		] as const) {
			code = { state, for: what };
			expect(problemOf(await tablet.pair(CODE))).toBe(problem);
		}
		expect(accounts).toEqual([]);
	});

	it('that the home says no to leaves nothing behind, and one that nobody ends is let go of after a month', async () => {
		lost = true;
		await newTablet().pair(CODE);
		expect(await db.pairing.count()).toBe(1);
		[lost, accounts] = [false, []]; // somebody else used the code
		expect(problemOf(await newTablet().pair(CODE))).toBe('code_used');
		expect(await db.pairing.count()).toBe(0);
		[lost, code] = [true, { state: 'good', for: 'tablet' }];
		await newTablet().pair(CODE);
		await newTablet().start();
		expect(await db.pairing.count()).toBe(1);
		now = 31 * 86_400_000;
		await newTablet().start();
		expect(await db.pairing.count()).toBe(0);
	});

	it('where nothing may be kept says so before the code is used up', async () => {
		const tablet = newTablet();
		db.close();
		expect(problemOf(await tablet.pair(CODE))).toBe('storage_refused');
		expect([asked, code.state]).toEqual([[], 'good']);
	});

	it('keeps its secret sealed by a key that cannot be read out', async () => {
		await newTablet().pair(CODE);
		const [row] = await db.paired.toArray();
		expect(row?.device.extractable).toBe(false);
		expect(JSON.stringify(row)).not.toContain(accounts[0]?.password);
		expect(new TextDecoder().decode(row?.credential.text)).not.toContain(accounts[0]?.password);
	});
});
