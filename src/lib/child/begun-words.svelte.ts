import { app } from '$lib/client/app.svelte.ts';
import { LIMITS } from '$lib/domain/vocabulary/limits.ts';
import { isBlank, lengthOf, tidy } from '$lib/domain/text/words.ts';
import type { DraftKey } from '$lib/client/local/shown.ts';

/** A few words in a box that opens when asked for. They lie in the drawer with every change, until they are sent. */
export class BegunWords {
	open = $state(false);
	#key: () => DraftKey;
	#text = $state('');

	/** `key`: for which item or session. It may change while this stands on the screen. */
	constructor(key: () => DraftKey) {
		this.#key = key;
	}

	get draft(): DraftKey {
		return this.#key();
	}
	get text(): string {
		return this.#text;
	}
	set text(text: string) {
		this.#text = text;
		void app.keepDraft(this.draft, text);
	}
	/** As they are sent. */
	get said(): string {
		return tidy(this.#text);
	}
	get isBlank(): boolean {
		return isBlank(this.#text);
	}
	/** By so many letters it is too long. */
	get over(): number {
		return Math.max(0, lengthOf(this.#text) - LIMITS.words);
	}

	/** Opens the box, with what was begun before. */
	async begin(): Promise<void> {
		this.#text = (await app.draft<string>(this.draft)) ?? '';
		this.open = true;
	}
}
