import type { Id } from '$lib/domain/view.ts';
import { senderOf } from '../local/drawers.ts';
import type { DrawerRow } from '../local/db.ts';
import { stored } from '../local/storage.ts';
import { hasUnsent } from '../local/sending.ts';
import { Contact } from '../outbound/schedule.ts';
import type { Gear } from '../deps.ts';
import { push } from '../outbound/batch.ts';
import { speakerFor } from '../outbound/signed-in.ts';

/** Sends what waits in the shut drawers of children. Staff send only while their drawer is open. */
export class ShutDrawers {
	#gear: Gear;
	#serverNow: () => number;
	#contacts = new Map<Id, Contact>();

	constructor(gear: Gear, serverNow: () => number) {
		this.#gear = gear;
		this.#serverNow = serverNow;
	}

	/** Tries now for every shut drawer with something to send. */
	async wake(open: Id | null): Promise<void> {
		const { db } = this.#gear;
		const rows = await stored(() => db.drawers.toArray());
		for (const row of rows) {
			if (row.kind === 'staff' && row.demo === null) continue;
			if (row.id === open || !(await hasUnsent(db, row.id))) continue;
			void this.#contactOf(row).wake();
		}
	}

	/** A drawer that opens speaks for itself. */
	leave(drawer: Id): void {
		this.#contacts.get(drawer)?.stop();
		this.#contacts.delete(drawer);
	}

	stop(): void {
		for (const drawer of [...this.#contacts.keys()]) this.leave(drawer);
	}

	#contactOf(row: DrawerRow): Contact {
		const contact = this.#contacts.get(row.id) ?? this.#newContact(row);
		this.#contacts.set(row.id, contact);
		return contact;
	}

	#newContact(row: DrawerRow): Contact {
		const { db, world } = this.#gear;
		const drawer = senderOf(row);
		const speaker = speakerFor(this.#gear, drawer, { typed: null, person: () => null });
		const onWay = () => world.tabs.tell(`outbox ${drawer.id}`);
		return new Contact({
			world,
			push: () =>
				world.inTurn(`push ${drawer.id}`, () =>
					push({ db, drawer, speaker, serverNow: this.#serverNow, onWay, now: () => world.now() })
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
