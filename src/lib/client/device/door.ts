import type { Id } from '$lib/domain/item.ts';
import { readClockOffset, storeClockOffset } from '../local/device-row.ts';
import { doorDrawers } from '../local/drawers.ts';
import { quickFaces } from '../local/quick.ts';
import type { ViewState } from '../view-state.ts';
import { codeOf, stored } from '../local/storage.ts';
import type { Deps } from '../deps.ts';

/** What a device shows while nothing is open: its drawers, and the time. */
export class Door {
	#deps: Deps;
	#tell: (shown: Partial<ViewState>) => void;
	#offset = 0;

	constructor(deps: Deps, tell: (shown: Partial<ViewState>) => void) {
		this.#deps = deps;
		this.#tell = tell;
	}

	/** The time by the server's clock, as near as this device knows it. */
	now(): number {
		return this.#deps.world.now() + this.#offset;
	}

	async start(): Promise<void> {
		await this.background(async () => this.#setOffset(await readClockOffset(this.#deps.db)));
		await this.show();
	}

	/** The server told the time. Only a difference that a person could notice is written down. */
	setClock(offset: number): void {
		if (Math.abs(offset - this.#offset) < 1000) return;
		this.#setOffset(offset);
		void this.background(() => storeClockOffset(this.#deps.db, offset));
	}

	async show(): Promise<void> {
		await this.background(async () => {
			const { db, world } = this.#deps;
			const drawers = await doorDrawers(db, world.now(), this.now());
			this.#tell({ drawers, faces: await quickFaces(db, world.now()) });
		});
		this.#tell({ ready: true });
	}

	async has(drawer: Id): Promise<boolean> {
		return (await stored(() => this.#deps.db.drawers.get(drawer))) !== undefined;
	}

	/** What nobody waits for: where the storage says no, the screens are told. */
	async background(work: () => Promise<unknown>): Promise<void> {
		try {
			await work();
		} catch (problem) {
			this.#tell({ trouble: codeOf(problem) });
		}
	}

	#setOffset(offset: number): void {
		this.#offset = offset;
		this.#tell({ clock_offset: offset });
	}
}
