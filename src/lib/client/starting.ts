import type { Shown } from './local/shown.ts';
import { untilItComes } from '$lib/platform/again.ts';
import type { Presence } from '$lib/platform/presence.ts';
import type { QuietUpdates } from '$lib/platform/update.ts';
import type { Device } from './device/device.ts';

interface Page extends Pick<Presence, 'isOpen' | 'idleMinutes' | 'lock'> {
	show(shown: Partial<Shown>): void;
	/** A new version of the app is here, and waits. */
	onUpdate(): void;
}

const servedBy = typeof navigator === 'undefined' ? null : navigator.serviceWorker?.controller;

/** Fetches what no page needs before its first paint, and starts it: this device, and what watches over the page. */
export async function startBehind(page: Page): Promise<{ device: Device; updates: QuietUpdates }> {
	const parts = () =>
		Promise.all([
			import('$lib/platform/watch.ts'),
			import('./device/start.ts'),
			import('$lib/domain/apply.ts'),
			import('$lib/domain/check.ts'),
			import('$lib/domain/checks/sieve.ts')
		]);
	const [{ watchPresence, QuietUpdates }, { startDevice }, { apply }, { check }, { sieve }] = await untilItComes(parts);
	const device = startDevice({ apply, check, sieve }, page.show);
	const updates = new QuietUpdates(page.onUpdate, servedBy);
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
	return { device, updates };
}
