import { DrawerDb } from '../local/db.ts';
import { ITERATIONS } from '../local/keys.ts';
import type { ViewState } from '../view-state.ts';
import { TabletDb, type TabletShown } from '../local/tablet-db.ts';
import { onCached } from '$lib/platform/page-lifecycle.ts';
import { onVisible } from '$lib/platform/presence.ts';
import { browserWorld } from '$lib/platform/world.ts';
import type { Deps } from '../deps.ts';
import { checkCode, type CodeAnswer } from './codes.ts';
import { enterDemo } from './demo.ts';
import { Device } from './device.ts';
import { joinChild, joinStaff, signInStaff } from './join.ts';
import { changePassword } from './password.ts';
import { dropQuick, setQuick, whatIsKnown } from './quick.ts';
import { retryWhenBusy } from '../outbound/retry-when-busy.ts';
import { makeRemote } from '../outbound/supabase.ts';
import type { Remote } from '../outbound/reply.ts';
import { HomeTablet } from './home-tablet.ts';

/** This browser as a device: its database, its network, and one way to the server for each drawer. */
export function startDevice(
	rules: Pick<Deps, 'apply' | 'check' | 'sieve'>,
	show: (shown: Partial<ViewState>) => void
): Device {
	const remotes = new Map<string, Remote>();
	const remoteFor = (drawer: string) => {
		const remote = remotes.get(drawer) ?? makeRemote(location.origin);
		remotes.set(drawer, remote);
		return remote;
	};
	const db = new DrawerDb();
	onCached(() => db.leave());
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

/** How somebody comes in at the door. */
export const waysIn = { joinChild, joinStaff, signInStaff, enterDemo };

/** How staff change the ways in which they come in on this device. */
export const ownWays = { setQuick, dropQuick, whatIsKnown, changePassword };

/** What a code is good for, as the server says. */
export const askAboutCode = ({ remoteFor, world }: Deps, code: string): Promise<CodeAnswer> =>
	checkCode(retryWhenBusy(remoteFor('door'), world), code);

/** This browser as a tablet of the home, apart from its drawers. Where nothing may be kept there is nothing to show. */
export function startTablet(show: (shown: TabletShown) => void): HomeTablet {
	const parts = { db: new TabletDb(), world: browserWorld(), remote: makeRemote(location.origin) };
	const tablet = new HomeTablet(parts, show);
	onCached(() => parts.db.leave());
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
