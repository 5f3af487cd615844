import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { apply } from '../../../src/lib/domain/apply.ts';
import type { CallArgs, CallName } from '../../../src/lib/domain/calls.ts';
import { check } from '../../../src/lib/domain/check.ts';
import { sieve } from '../../../src/lib/domain/checks/sieve.ts';
import { DrawerDb } from '../../../src/lib/client/local/db.ts';
import type { KeepWith, ViewState } from '../../../src/lib/client/view-state.ts';
import { withLock } from '../../../src/lib/platform/with-lock.ts';
import type { World } from '../../../src/lib/platform/world.ts';
import { Device } from '../../../src/lib/client/device/device.ts';
import { makeRemote } from '../../../src/lib/client/outbound/supabase.ts';

/** A device with the app’s own drawer in it and no screen. It finds its server where `origin` says. */
export class RealDevice {
	shown: Partial<ViewState> = {};
	device: Device;

	constructor(origin: () => string) {
		const name = randomUUID();
		const remote = makeRemote('http://sayso.invalid', (input, init) => {
			const asked = new URL(input instanceof Request ? input.url : input, 'http://sayso.invalid');
			return fetch(origin() + asked.pathname + asked.search, init);
		});
		const deps = { db: new DrawerDb(name), remoteFor: () => remote, demoCode: async () => null, iterations: 1 };
		this.device = new Device({ ...deps, world: worldOf(name), apply, check, sieve }, (shown) =>
			Object.assign(this.shown, shown)
		);
	}

	/** Writes something, and ends when there is nothing more to be done with it now. */
	async does<N extends CallName>(name: N, args: CallArgs[N], also: KeepWith = {}): Promise<void> {
		const result = await this.device.opened?.call(name, args, also);
		if (!result?.ok) throw new Error(`${name}: ${result?.problem ?? 'shut'}`);
		await this.looks();
	}

	async looks(): Promise<void> {
		await this.device.opened?.refresh();
	}

	get waits(): string[] {
		return (this.shown.waiting ?? []).map(({ call, state, code }) => `${call.name} ${state} ${code}`);
	}
}

const worldOf = (device: string): World => ({
	now: () => Date.now(),
	steady: () => performance.now(),
	after: (milliseconds, run) => {
		const timer = setTimeout(run, milliseconds).unref();
		return () => clearTimeout(timer);
	},
	chance: () => Math.random(),
	online: () => true,
	onOnline: () => () => undefined,
	visible: () => true,
	withLock: (name, work) => withLock(`${device} ${name}`, work),
	tabs: { tell: () => undefined, hear: () => () => undefined }
});
