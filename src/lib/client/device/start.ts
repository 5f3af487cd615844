import { DrawerDb } from '../local/db.ts';
import { ITERATIONS } from '../local/keys.ts';
import type { Shown } from '../local/shown.ts';
import { TabletDb, type TabletShown } from '../local/tablet.ts';
import { onKept } from '$lib/platform/leaving.ts';
import { onVisible } from '$lib/platform/presence.ts';
import { browserWorld } from '$lib/platform/world.ts';
import type { Gear } from '../deps.ts';
import { Device } from './device.ts';
import { makeRemote } from '../outbound/supabase.ts';
import type { Remote } from '../outbound/reply.ts';
import { HomeTablet } from './tablet.ts';

/** This browser as a device: its database, its network, and one way to the server for each drawer. */
export function startDevice(
	rules: Pick<Gear, 'apply' | 'check' | 'sieve'>,
	show: (shown: Partial<Shown>) => void
): Device {
	const remotes = new Map<string, Remote>();
	const remoteFor = (drawer: string) => {
		const remote = remotes.get(drawer) ?? makeRemote(location.origin);
		remotes.set(drawer, remote);
		return remote;
	};
	const db = new DrawerDb();
	onKept(() => db.leave());
	const device = new Device({ db, world: browserWorld(), remoteFor, demoCode, iterations: ITERATIONS, ...rules }, show);
	// A newer app in another tab changes how things are kept: what was typed last is written, then this one makes way.
	db.on('versionchange', () => {
		const makeWay = () => {
			db.close();
			location.reload();
		};
		device.lock().then(makeWay, makeWay);
		return false;
	});
	void device.start();
	return device;
}

/** This browser as a tablet of the home, apart from its drawers. Where nothing may be kept there is nothing to show. */
export function startTablet(show: (shown: TabletShown) => void): HomeTablet {
	const parts = { db: new TabletDb(), world: browserWorld(), remote: makeRemote(location.origin) };
	const tablet = new HomeTablet(parts, show);
	onKept(() => parts.db.leave());
	onVisible(() => tablet.wake());
	tablet.start().catch(() => show({ state: 'none', version: null, guide: null }));
	return tablet;
}

async function demoCode(key: string): Promise<string | null> {
	try {
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch('/demo/enter', { method: 'POST', headers, body: JSON.stringify({ key }) });
		const read: unknown = await answer.json();
		return typeof read === 'object' && read !== null && 'code' in read && typeof read.code === 'string'
			? read.code
			: null;
	} catch {
		return null;
	}
}
