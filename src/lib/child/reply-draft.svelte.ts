import { LIMITS } from '$lib/domain/vocabulary/limits.ts';
import { isText } from '$lib/domain/checks/kinds.ts';
import { isBlank, lengthOf, tidy } from '$lib/domain/text/words.ts';
import type { DraftKey } from '$lib/client/view-state.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';

const restore = byField<{ text: string }>({ text: isText });

/** A few words in a box that opens when it is asked for. */
export class ReplyDraft extends Draft<{ text: string }> {
	open = $state(false);

	/** `key`: for which item or session. */
	constructor(key: DraftKey) {
		super(
			key,
			() => ({ text: '' }),
			(kept, empty) => restore(isText(kept) ? { text: kept } : kept, empty) // it was kept as a bare text once
		);
	}

	get text(): string {
		return this.now.text;
	}
	set text(text: string) {
		this.change({ text });
	}
	/** As they are sent. */
	get tidied(): string {
		return tidy(this.text);
	}
	get isBlank(): boolean {
		return isBlank(this.text);
	}
	/** By so many letters it is too long. */
	get over(): number {
		return Math.max(0, lengthOf(this.text) - LIMITS.words);
	}

	/** Opens the box, with what was begun before. */
	async begin(): Promise<void> {
		await this.load();
		this.open = true;
	}

	/** It was sent: the next words are new ones. */
	close(): void {
		this.renew();
		this.open = false;
	}
}
