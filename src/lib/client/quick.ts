import type { Id } from '$lib/domain/item.ts';
import { app } from './app.svelte.ts';
import type { QuickChoice } from './device/quick.ts';
import { problemOf, type Problem } from './result.ts';
import type { QuickOpening } from './view-state.ts';

/** How staff come in on a device where they typed their password: by numbers, and by another password. */
export const quick = {
	async open(id: Id, pin: string): Promise<QuickOpening> {
		const { device } = await app.start();
		return device.openQuick(id, pin);
	},
	/** Null: they are set. */
	async set(choice: QuickChoice): Promise<Problem | null> {
		const { device, ownWays } = await app.start();
		return problemOf(await device.changeWay((deps, opened) => ownWays.setQuick(deps, opened, choice)));
	},
	async drop(): Promise<Problem | null> {
		const { device, ownWays } = await app.start();
		return problemOf(await device.changeWay(ownWays.dropQuick));
	},
	/** Null: it is changed, here and at the server. `email`: null where it was typed a moment ago. */
	async changePassword(email: string | null, old: string, password: string): Promise<Problem | null> {
		const { device, ownWays } = await app.start();
		return problemOf(
			await device.changeWay((deps, opened) =>
				ownWays.changePassword(deps, opened, { email: email ?? opened.typed?.email ?? '', old, password })
			)
		);
	},
	/** Null: the password must be typed before numbers can be chosen. */
	async whatIsKnown(): Promise<'typed' | 'demo' | null> {
		const { device, ownWays } = await app.start();
		return device.opened ? ownWays.whatIsKnown(device.deps, device.opened) : null;
	}
};
