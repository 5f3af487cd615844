import { app } from '$lib/client/app.svelte.ts';
import { DAY } from '$lib/domain/time/instants.ts';
import type { Id, Time } from '$lib/domain/view.ts';
import { newId } from '$lib/platform/ids.ts';

const KEPT = 'unclear/pressed';
const DAYS = 90; // as long as the home is told of it

type Marks = Record<string, { version: Id | null; at: Time }>;

/** What this child has marked on this device. Only the drawer knows: the mark itself has nobody's name. */
export class Pressed {
	#pages = $state.raw<Marks>({});
	/** Whether the drawer was asked. Until then nothing may be pressed, or it would be pressed twice. */
	loaded = $state(false);

	async load(): Promise<void> {
		this.#pages = (await app.draft<Marks>(KEPT)) ?? {};
		this.loaded = true;
	}

	/** A newer version of what the home wrote is not marked yet. */
	has(page: string, version: Id | null): boolean {
		const one = this.#pages[page];
		return one !== undefined && one.version === version && app.now().getTime() - Date.parse(one.at) < DAYS * DAY;
	}

	/** Marks it, once. Null, or why that did not work. */
	async press(page: string, version: Id | null): Promise<string | null> {
		if (this.has(page, version)) return null;
		const before = this.#pages;
		this.#pages = { ...before, [page]: { version, at: app.now().toISOString() } }; // at once: two quick presses are one
		const problem = await app.call('mark_unclear', { id: newId(), page, version });
		if (problem === null) await app.keepDraft(KEPT, this.#pages);
		else this.#pages = before;
		return problem;
	}
}
