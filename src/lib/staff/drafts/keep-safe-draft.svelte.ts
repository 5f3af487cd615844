import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { isName, isText, names, oneOf, orNull } from '$lib/domain/checks/kinds.ts';
import type { Id } from '$lib/domain/item.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';

interface Drafted {
	id: Id;
	with: Id[];
	worry_about: Id | '';
	because: string;
	told: 'yes' | 'no' | null;
	hidden: 'yes' | 'no' | null;
}

const empty = (): Drafted => ({ id: newId(), with: [], worry_about: '', because: '', told: null, hidden: null });
const restore = byField<Drafted>({
	id: isName,
	with: names,
	worry_about: isText,
	because: isText,
	told: orNull(oneOf('yes', 'no')),
	hidden: orNull(oneOf('yes', 'no'))
});

export type Missing = 'with' | 'because' | 'told' | 'hidden';

/** Sharing to keep somebody safe: with whom, why, and what the child knows. */
export class KeepSafeDraft {
	readonly item: Id;
	readonly begun: Draft<Drafted>;

	constructor(item: Id) {
		this.item = item;
		this.begun = new Draft(`worried/${item}`, empty, restore);
	}

	/** Never with the person whom the worry is about. */
	get with(): Id[] {
		return this.begun.now.with.filter((id) => id !== this.begun.now.worry_about);
	}

	/** Whoever was told cannot be kept from seeing it. */
	get isHidden(): boolean {
		return this.begun.now.told === 'no' && this.begun.now.hidden === 'yes';
	}

	get missing(): Missing[] {
		const { because, told, hidden } = this.begun.now;
		const missing: Missing[] = [];
		if (this.with.length === 0) missing.push('with');
		if (isBlank(because)) missing.push('because');
		if (told === null) missing.push('told');
		if (told === 'no' && hidden === null) missing.push('hidden');
		return missing;
	}

	/** Shares it. Ask for `missing` first. */
	share(): Promise<Problem | null> {
		const { id, worry_about, because, told } = this.begun.now;
		const args = {
			id,
			item: this.item,
			with: this.with,
			worry_about: worry_about === '' ? null : worry_about,
			because: tidy(because),
			told_child: told === 'yes',
			hidden: this.isHidden
		};
		return app.call('share_to_keep_safe', args, { draft: this.begun.key });
	}
}
