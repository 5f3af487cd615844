import type { Id } from '$lib/domain/item.ts';
import { app } from './app.svelte.ts';
import { dropQuick, needsPassword, setQuick, type QuickChoice } from './device/quick.ts';
import { problemOf, type Problem } from './result.ts';
import type { QuickOpening } from './view-state.ts';

/** Opening by numbers, for staff on a device where they typed their password. */
export const quick = {
	async open(id: Id, pin: string): Promise<QuickOpening> {
		const { device } = await app.start();
		return device.openQuick(id, pin);
	},
	/** Null: they are set. */
	async set(choice: QuickChoice): Promise<Problem | null> {
		const { device } = await app.start();
		return problemOf(await device.changeWay((deps, opened) => setQuick(deps, opened, choice)));
	},
	async drop(): Promise<Problem | null> {
		const { device } = await app.start();
		return problemOf(await device.changeWay(dropQuick));
	},
	/** Whether the password must be typed before numbers can be chosen. */
	async needsPassword(): Promise<boolean> {
		const { device } = await app.start();
		return device.opened ? needsPassword(device.deps, device.opened) : true;
	}
};
