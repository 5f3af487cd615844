import type { ViewState } from './view-state.ts';
import { retryUntilOnline } from '$lib/platform/retry-until-online.ts';
import type { Presence } from '$lib/platform/presence.ts';
import type { QuietUpdates } from '$lib/platform/update.ts';
import type { Device } from './device/device.ts';
import type * as start from './device/start.ts';

interface Page extends Pick<Presence, 'isOpen' | 'idleMinutes' | 'lock' | 'soon'> {
	show(shown: Partial<ViewState>): void;
	/** A new version of the app is here, and waits. */
	onUpdate(): void;
}

/** What the app runs on, once it is fetched. */
export interface Loaded extends Pick<typeof start, 'waysIn' | 'ownWays' | 'askAboutCode'> {
	device: Device;
	updates: QuietUpdates;
}

/** Fetches what no page needs before its first paint, and starts it: this device, and what watches over the page. */
export async function loadDevice(page: Page): Promise<Loaded> {
	const parts = () =>
		Promise.all([
			import('$app/environment'),
			import('$lib/platform/presence-and-update.ts'),
			import('./device/start.ts'),
			import('$lib/domain/apply.ts'),
			import('$lib/domain/check.ts'),
			import('$lib/domain/checks/sieve.ts')
		]);
	const [
		{ version },
		{ keepFocus, watchPresence, QuietUpdates },
		{ startDevice, waysIn, ownWays, askAboutCode },
		{ apply },
		{ check },
		{ sieve }
	] = await retryUntilOnline(parts);
	const device = startDevice({ apply, check, sieve }, page.show);
	const updates = new QuietUpdates(page.onUpdate, version);
	watchPresence({
		...page,
		save: () => void device.opened?.save(),
		leave: () => device.leave(),
		back: () => {
			device.wake();
			updates.look();
		}
	});
	updates.watch();
	keepFocus();
	return { device, updates, waysIn, ownWays, askAboutCode };
}
