import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Home } from '../../server/home.ts';
import { openHome } from '../../server/open-home.ts';
import { readConfig } from '../../server/config.ts';
import { serve, type RunningServer } from '../../server/http/serve.ts';
import { PASSWORD, deviceMail } from './world.ts';

describe('Maple House, for trying', () => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-demo-'));
	let home: Home;
	let served: RunningServer;
	let url: string;
	beforeAll(async () => {
		const plan = readConfig({ SAYSO_DATA: folder });
		home = await openHome(plan, () => undefined);
		served = await serve(
			{ ...home.site, files: () => new Response(null, { status: 404 }), trustProxy: false, log: () => undefined },
			0,
			plan.host
		);
		url = `http://127.0.0.1:${served.port}`;
	});
	afterAll(async () => {
		await served.close();
		await home.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const enter = (body: string) => fetch(`${url}/demo/enter`, { method: 'POST', body });

	it('the door knows who is in it', async () => {
		const door = await (await fetch(`${url}/demo`)).json();
		expect(door.home).toBe('Maple House');
		expect(door.people).toContainEqual({ key: 'robin', name: 'Robin', role: 'child', picture: 'bird' });
		expect(door.people.map(({ name }: { name: string }) => name)).toEqual([
			'Robin',
			'Kai',
			'Sam',
			'Jo',
			'Pat',
			'Morgan'
		]);
	});

	it('everybody can be opened with no secret, any number of times, and sees what is theirs at once', async () => {
		const { key } = await (await fetch(`${url}/config.json`)).json();
		for (const person of ['robin', 'robin', 'kai', 'sam', 'jo', 'pat', 'morgan']) {
			const { code } = await (await enter(JSON.stringify({ key: person }))).json();
			expect(code).toMatch(/^[A-Z]{12}$/);
			const client = createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false } });
			const { error } = await client.auth.signUp({
				email: deviceMail(),
				password: PASSWORD,
				options: { data: { invite_code: code } }
			});
			expect(error).toBeNull();
			const { data } = await client.rpc('my_view', { person: null });
			const me = data.view.people.find(({ id }: { id: string }) => id === data.view.me);
			expect([me.name.toLowerCase(), data.view.home.demo]).toEqual([person, true]);
			if (person === 'robin') expect(data.view.items.length).toBeGreaterThan(3);
		}
	});

	it('nobody else comes out of it', async () => {
		expect((await enter('{"key":"nobody"}')).status).toBe(422);
		for (const body of ['', 'null', '{}', '{"key":1}', '[]', '{"key":"robin"', `{"key":"${'x'.repeat(2000)}"}`]) {
			expect([body, (await enter(body)).status]).toEqual([body, 400]);
		}
		expect((await fetch(`${url}/demo/enter`)).status).toBe(404);
		expect((await fetch(`${url}/demo/everything`)).status).toBe(404);
	});

	it('keeps to this computer', () => {
		for (const env of [{ HOST: '0.0.0.0' }, { HOST: '192.168.1.5' }, { TRUST_PROXY: '1' }]) {
			expect(() => readConfig(env)).toThrow('for this computer only');
		}
	});
});

it('a full house has twelve children, from the day on which it is made', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-full-'));
	const home = await openHome(readConfig({ SAYSO_DATA: folder, SAYSO_HOUSE: 'full' }), () => undefined);
	const door = await home.site.demo?.(new Request('http://127.0.0.1/demo'), { address: '127.0.0.1' });
	const { people }: { people: { role: string }[] } = await (door ?? Response.error()).json();
	expect(people.filter(({ role }) => role === 'child')).toHaveLength(12);
	await home.close();
	rmSync(folder, { recursive: true, force: true });
});
