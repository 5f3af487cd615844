import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../embedded/rates.ts';
import { PASSWORD, deviceMail, openWorld, type World } from './world.ts';

describe('how often one address may ask', () => {
	let world: World;
	beforeAll(async () => {
		world = await openWorld('pglite', { limits: { ...LIMITS, rpc: 40 }, now: () => 0 });
	});
	afterAll(() => world.close());

	/** As many as go through, and what the next one is told. */
	async function until429(ask: () => Promise<{ status: number | undefined; code?: string | undefined }>, most: number) {
		for (let asked = 0; asked <= most; asked++) {
			const { status, code } = await ask();
			if (status === 429) return { asked, code };
		}
		return { asked: 'all', code: undefined };
	}

	it('30 codes a minute may be looked at', async () => {
		const look = async () => {
			const { status, error } = await world.visitor().rpc('check_code', { code: 'X' });
			return { status, code: error?.code };
		};
		expect(await until429(look, 35)).toEqual({ asked: 30, code: 'over_request_rate_limit' });
		const { headers } = await world.ask('/rest/v1/rpc/check_code', { code: 'X' });
		expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
	});

	it('30 sign-ins and sign-ups together, as an error that supabase-js knows', async () => {
		let turn = 0;
		const signIn = async () => {
			const login = { email: deviceMail(), password: PASSWORD };
			const { auth } = world.visitor();
			const { error } = turn++ % 2 ? await auth.signInWithPassword(login) : await auth.signUp(login);
			return { status: error?.status, code: error?.code };
		};
		expect(await until429(signIn, 35)).toEqual({ asked: 30, code: 'over_request_rate_limit' });
	});

	it('refreshing and the app’s own calls have limits of their own', async () => {
		const { error } = await world.visitor().auth.refreshSession({ refresh_token: 'x' });
		expect(error?.code).toBe('validation_failed'); // and not that it asks too often
		const ask = async () => ({ status: (await world.visitor().rpc('my_view', { person: null })).status });
		expect((await until429(ask, 45)).asked).toBe(40);
	});
});
