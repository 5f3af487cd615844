import { onOnline, isOnline } from './online.ts';
import { withLock } from './with-lock.ts';
import { openTabs, type Tabs } from './tabs.ts';

/** What the drawer and sync rooms need of the browser. Tests hand in one whose clock, network and tabs obey them. */
export interface World {
	/** This device's clock, in milliseconds. It may be wrong by years. */
	now(): number;
	/** Milliseconds by a clock that nobody can set. It may stand still while the device sleeps. */
	steady(): number;
	/** Runs something later; what it returns calls it off. */
	after(milliseconds: number, run: () => void): () => void;
	/** Between 0 and 1, so that devices do not all come back at the same moment. */
	chance(): number;
	online(): boolean;
	onOnline(listen: () => void): () => void;
	/** Whether somebody can see this page. */
	visible(): boolean;
	/** One at a time under this name, over all tabs of this device. */
	withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
	tabs: Tabs;
}

/** The real one. */
export function browserWorld(): World {
	return {
		now: () => Date.now(),
		steady: () => performance.now(),
		after(milliseconds, run) {
			const timer = setTimeout(run, milliseconds);
			return () => clearTimeout(timer);
		},
		chance: () => Math.random(),
		online: isOnline,
		onOnline,
		visible: () => document.visibilityState === 'visible',
		withLock,
		tabs: openTabs()
	};
}
