import bcrypt from 'bcryptjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PASSWORD, openMaple, openWorld, type Somebody, type World } from './world.ts';

/** Counted, not timed: a computer that is busy would tell any time. */
describe('an e-mail address that is known is as much work as one that is not', () => {
	let world: World;
	let pat: Somebody;
	const compare = vi.spyOn(bcrypt, 'compare');
	const hash = vi.spyOn(bcrypt, 'hash');
	beforeAll(async () => {
		world = await openWorld('pglite');
		({ pat } = await openMaple(world));
	});
	beforeEach(() => {
		compare.mockClear();
		hash.mockClear();
	});
	afterAll(async () => {
		vi.restoreAllMocks();
		await world.close();
	});

	it('with a wrong password, 12 at once', async () => {
		const costs = async (email: string) => {
			compare.mockClear();
			const body = { email, password: 'wrong horse 42' };
			const answers = Array.from({ length: 12 }, () => world.ask('/auth/v1/token?grant_type=password', body));
			expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([400]));
			return compare.mock.calls.map(([, against]) => against.slice(0, 7));
		};
		const known = await costs(pat.email);
		expect(known).toEqual(Array<string>(12).fill('$2b$10$'));
		expect(await costs('nobody@example.invalid')).toEqual(known);
		expect(await costs(pat.email.toUpperCase())).toEqual(known);
	});

	it('at a sign-up with no good code: none at all, as nobody is asked about the address', async () => {
		for (const email of [pat.email, 'nobody@example.invalid']) {
			const data = { invite_code: 'ABCDEFGHJKLM' };
			expect((await world.ask('/auth/v1/signup', { email, password: PASSWORD, data })).status).toBe(422);
		}
		expect([hash.mock.calls.length, compare.mock.calls.length]).toEqual([0, 0]);
	});
});
