import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { DAY } from '$lib/domain/time/instants.ts';
import { isTimeText, textOrNone, withFields, type Fields } from '$lib/domain/checks/kinds.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byEntry } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';

const DAYS = 90; // as long as the home is told of it

interface Mark {
	version: Id | null;
	at: Time;
}

/** What this child has marked on this device. Only the drawer knows: the mark itself has nobody's name. */
export class MarkedPages {
	#draft = new Draft<Record<string, Mark>>(
		'unclear/pressed',
		() => ({}),
		byEntry(withFields({ version: textOrNone, at: isTimeText } satisfies Fields<Mark>))
	);

	load(): Promise<void> {
		return this.#draft.load();
	}

	/** Whether the drawer was asked. Until then nothing may be pressed, or it would be pressed twice. */
	get loaded(): boolean {
		return this.#draft.loaded;
	}

	/** A newer version of what the home wrote is not marked yet. */
	has(page: string, version: Id | null): boolean {
		const one = this.#draft.now[page];
		return one !== undefined && one.version === version && app.now().getTime() - Date.parse(one.at) < DAYS * DAY;
	}

	/** Marks it, once. Null, or why that did not work. */
	async press(page: string, version: Id | null): Promise<Problem | null> {
		if (this.has(page, version)) return null;
		const before = { ...this.#draft.now };
		Object.assign(this.#draft.now, { [page]: { version, at: app.now().toISOString() } }); // at once: two quick presses are one
		const problem = await app.call('mark_unclear', { id: newId(), page, version });
		if (problem !== null) this.#draft.now = before;
		else this.#draft.keep();
		return problem;
	}
}
