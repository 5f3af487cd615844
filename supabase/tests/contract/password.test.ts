import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../engines.ts';
import { PASSWORD, openMaple, openWorld, view, type Somebody, type World } from './world.ts';

const NEW = 'correct horse 43';

describe.each(ENGINES)('a password, on %s', (engine) => {
	let world: World;
	let sam: Somebody;
	let jo: Somebody;
	beforeAll(async () => {
		world = await openWorld(engine);
		({ sam, jo } = await openMaple(world));
	});
	afterAll(() => world.close());

	const change = ({ email }: Somebody, password: string, new_password: string) =>
		world.ask('/auth/v1/password', { email, password, new_password });
	const signIn = async ({ email }: Somebody, password: string) =>
		(await world.visitor().auth.signInWithPassword({ email, password })).error?.code ?? 'in';

	it('is changed by nobody who does not know it, also not on a device that is signed in', async () => {
		for (const headers of [{}, { authorization: `Bearer ${sam.token}` }]) {
			const body = { email: sam.email, password: 'not the password', new_password: NEW };
			expect((await world.ask('/auth/v1/password', body, headers)).status).toBe(400);
			const user = await fetch(`${world.url}/auth/v1/user`, {
				method: 'PUT',
				headers: { apikey: world.backend.publishable, 'content-type': 'application/json', ...headers },
				body: JSON.stringify({ password: NEW })
			});
			expect(user.status).toBe(404);
		}
		expect(await signIn(sam, PASSWORD)).toBe('in');
	});

	it('is changed to none that is short, or longer than is looked at', async () => {
		for (const weak of ['', 'eleven sign', 'x'.repeat(73)])
			expect((await change(sam, PASSWORD, weak)).status).toBe(422);
		expect(await signIn(sam, PASSWORD)).toBe('in');
	});

	it('changed, the old one opens nothing, every other session ends, and whoever changed it is signed in', async () => {
		const other = world.visitor();
		await other.auth.signInWithPassword({ email: sam.email, password: PASSWORD });
		const changed = await change(sam, PASSWORD, NEW);
		expect(changed.status).toBe(200);
		expect(changed.headers.get('x-sayso-device')).toBeTruthy();
		expect(await signIn(sam, PASSWORD)).toBe('invalid_credentials');
		expect(await signIn(sam, NEW)).toBe('in');
		for (const client of [sam.client, other])
			expect((await client.auth.refreshSession()).error?.status).toBeGreaterThanOrEqual(400);
		const { refresh_token } = changed.body as { refresh_token: string };
		const mine = world.visitor();
		expect((await mine.auth.refreshSession({ refresh_token })).error).toBeNull();
		expect((await view({ ...sam, client: mine })).me).toBe(sam.id); // the same account, and all that is theirs
	});

	it('is one’s own: nobody else’s is touched', async () => {
		expect(await signIn(jo, PASSWORD)).toBe('in');
		expect((await jo.client.auth.refreshSession()).error).toBeNull();
	});
});

it('tries at a password here count as tries at the sign-in', async () => {
	const world = await openWorld('pglite', { limits: {} });
	const statuses = [];
	for (let tries = 0; tries < 30; tries++) {
		const body = { email: 'sam@maple.example', password: `wrong ${tries}`, new_password: NEW };
		statuses.push((await world.ask('/auth/v1/password', body)).status);
	}
	expect(statuses.at(-1)).toBe(429);
	await world.close();
});
