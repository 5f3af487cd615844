import type { Id } from '$lib/domain/item.ts';
import { senderOf } from '../local/drawers.ts';
import type { DrawerRow } from '../local/db.ts';
import { stored } from '../local/storage.ts';
import { hasUnsent } from './take.ts';
import { SyncScheduler } from './schedule.ts';
import type { Deps } from '../deps.ts';
import { push } from './batch.ts';
import { signedInApi } from './signed-in.ts';

/** Sends what waits in the shut drawers of children. Staff send only while their drawer is open. */
export class ShutDrawers {
	#deps: Deps;
	#serverNow: () => number;
	#schedulers = new Map<Id, SyncScheduler>();

	constructor(deps: Deps, serverNow: () => number) {
		this.#deps = deps;
		this.#serverNow = serverNow;
	}

	/** Lockout now for every shut drawer with something to send. */
	async wake(open: Id | null): Promise<void> {
		const { db } = this.#deps;
		const rows = await stored(() => db.drawers.toArray());
		for (const row of rows) {
			if (row.kind === 'staff' && row.demo === null) continue;
			if (row.id === open || !(await hasUnsent(db, row.id))) continue;
			void this.#schedulerOf(row).wake();
		}
	}

	/** A drawer that opens speaks for itself. */
	leave(drawer: Id): void {
		this.#schedulers.get(drawer)?.stop();
		this.#schedulers.delete(drawer);
	}

	stop(): void {
		for (const drawer of [...this.#schedulers.keys()]) this.leave(drawer);
	}

	#schedulerOf(row: DrawerRow): SyncScheduler {
		const scheduler = this.#schedulers.get(row.id) ?? this.#newScheduler(row);
		this.#schedulers.set(row.id, scheduler);
		return scheduler;
	}

	#newScheduler(row: DrawerRow): SyncScheduler {
		const { db, world } = this.#deps;
		const drawer = senderOf(row);
		const api = signedInApi(this.#deps, drawer, { typed: null, person: () => null });
		const onSending = () => world.tabs.tell(`outbox ${drawer.id}`);
		return new SyncScheduler({
			world,
			push: () =>
				world.withLock(`push ${drawer.id}`, () =>
					push({ db, drawer, api, serverNow: this.#serverNow, onSending, now: () => world.now() })
				),
			pull: null,
			onCode: () => undefined,
			onCutOff: async () => {
				await stored(() => db.drawers.update(drawer.id, { cut_off: 1 }));
				world.tabs.tell('drawers');
			}
		});
	}
}
