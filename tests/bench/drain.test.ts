/**
 * `npm run bench:drain`: 200 wishes made without a network, sent when it is back: by the app's own drawer and sync, through
 * supabase-js, to a server on the embedded database, with 100 ms of network in each request.
 */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { apply } from '../../src/lib/domain/apply.ts';
import { check } from '../../src/lib/domain/check.ts';
import { sieve } from '../../src/lib/domain/checks/sieve.ts';
import { makeCode } from '../../src/lib/domain/code.ts';
import { DrawerDb } from '../../src/lib/client/local/db.ts';
import type { ViewState } from '../../src/lib/client/view-state.ts';
import type { World } from '../../src/lib/platform/world.ts';
import { Device } from '../../src/lib/client/device/device.ts';
import { joinChild } from '../../src/lib/client/device/join.ts';
import { makeRemote } from '../../src/lib/client/outbound/supabase.ts';
import {
	call,
	done,
	hashOf,
	openMaple,
	openWorld,
	view,
	wish,
	type Somebody
} from '../../supabase/tests/contract/world.ts';

const WISHES = 200;
const NETWORK = 100; // milliseconds, in each request

/** A device in Robin's hands, whose network can be taken away and is counted. */
async function tablet(url: string, code: string) {
	const seen = { online: true, sending: [] as number[], shown: {} as Partial<ViewState> };
	const comesBack = new Set<() => void>();
	const far: typeof fetch = async (to, init) => {
		if (!seen.online) throw new TypeError('no network');
		const address = new URL(String(to), url);
		if (address.pathname.endsWith('/apply_calls')) seen.sending.push(JSON.parse(String(init?.body)).calls.length);
		await new Promise((later) => setTimeout(later, NETWORK));
		return fetch(address, init);
	};
	const world: World = {
		...{
			now: () => Date.now(),
			steady: () => performance.now(),
			chance: () => 0.5,
			visible: () => true,
			online: () => seen.online
		},
		after: (wait, run) => {
			const timer = setTimeout(run, wait);
			return () => clearTimeout(timer);
		},
		onOnline: (listen) => {
			comesBack.add(listen);
			return () => comesBack.delete(listen);
		},
		withLock: (_name, work) => work(),
		tabs: { tell: () => undefined, hear: () => () => undefined }
	};
	const remote = makeRemote(url, far);
	const deps = { db: new DrawerDb('drain'), world, remoteFor: () => remote, demoCode: async () => null, iterations: 1 };
	const device = new Device({ ...deps, apply, check, sieve }, (shown) => Object.assign(seen.shown, shown));
	await device.start();
	const robin = { code, name: 'Robin', picture: null, lock: 'pin', secret: '258036' } as const;
	expect(await device.enter(joinChild, robin)).toMatchObject({ ok: true });
	const back = () => {
		seen.online = true;
		for (const listen of comesBack) listen();
	};
	return { device, seen, back };
}

/** A code as a person types it. */
async function codeFor(maker: Somebody, person: string): Promise<string> {
	const code = makeCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
	const code_hash = hashOf(code).toString('hex');
	await done(maker, [call('invite', { id: crypto.randomUUID(), person, device: 'Tablet', code_hash })]);
	return code;
}

const until = async (is: () => boolean) => {
	while (!is()) await new Promise((later) => setTimeout(later, 5));
};

/** As an app without an outbox would: one request a wish. */
async function oneRequestEach(robin: Somebody, jo: Somebody): Promise<number> {
	const start = performance.now();
	for (let at = 0; at < WISHES; at++) {
		await new Promise((later) => setTimeout(later, NETWORK));
		await done(robin, [wish(`Please ${at}`, [jo])]);
	}
	return performance.now() - start;
}

it('200 wishes made offline go out in few requests, much faster than one by one', async () => {
	const home = await openWorld('pglite');
	const { pat, robin, jo, kai } = await openMaple(home);
	const { device, seen, back } = await tablet(home.url, await codeFor(pat, kai.id));
	await until(() => seen.shown.view != null);
	seen.online = false;
	seen.sending.length = 0;
	for (let at = 0; at < WISHES; at++) {
		const { args } = wish(`Please ${at}`, [jo]);
		expect(await device.opened?.call('send_wish', args)).toMatchObject({ ok: true });
	}
	const start = performance.now();
	back();
	await until(() => seen.shown.waiting?.length === 0);
	const took = performance.now() - start;
	const arrived = (await view(jo)).items.length;
	const slow = await oneRequestEach(robin, jo);
	console.log(
		`${WISHES} waiting wishes: ${seen.sending.length} requests (${seen.sending.join(', ')}), ${(slow / took).toFixed(1)} times ` +
			`as fast as one by one (${Math.round(took)} against ${Math.round(slow)} ms)`
	);
	await home.close();
	expect(arrived).toBe(WISHES);
	expect(seen.sending.reduce((sum, calls) => sum + calls, 0)).toBe(WISHES);
	expect(seen.sending.length).toBeLessThanOrEqual(WISHES / 50);
	expect(slow / took).toBeGreaterThan(5);
});
