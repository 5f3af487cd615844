import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { facesToShow } from '$lib/domain/reading/faces.ts';
import { isBoolean, isName, isText, names } from '$lib/domain/checks/kinds.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';

interface Drafted {
	id: Id;
	child: Id | '';
	words: string;
	readers: Id[];
	left_out: Id[];
	agreed: boolean;
}

const empty = (): Drafted => ({ id: newId(), child: '', words: '', readers: [], left_out: [], agreed: false });
const restore = byField<Drafted>({
	id: isName,
	child: isText,
	words: isText,
	readers: names,
	left_out: names,
	agreed: isBoolean
});

export type Missing = 'child' | 'words' | 'readers' | 'both' | 'agreed';

/** A note of what a child told an adult, for whom the child agreed to. */
export class NoteDraft {
	readonly begun = new Draft('told/new', empty, restore);

	/** Somebody who is picked and left out. */
	get both(): Id | undefined {
		const { readers, left_out } = this.begun.now;
		return readers.find((id) => left_out.includes(id));
	}

	get missing(): Missing[] {
		const { child, words, readers, agreed } = this.begun.now;
		const missing: Missing[] = [];
		if (child === '') missing.push('child');
		if (isBlank(words)) missing.push('words');
		if (readers.length === 0) missing.push('readers');
		if (this.both) missing.push('both');
		if (!agreed) missing.push('agreed');
		return missing;
	}

	/** Everybody who will be able to read it, by the rule of the database: those picked, and who covers for them. */
	faces(view: View, now: Time): Id[] {
		const { child, readers, left_out } = this.begun.now;
		if (child === '' || readers.length === 0) return [];
		return facesToShow(view, { kind: 'note', child, readers, left_out, may_move: false, about: null }, now);
	}

	/** Shares it. Ask for `missing` first. */
	share(view: View, now: Time): Promise<Problem | null> {
		const { id, child, words, readers, left_out } = this.begun.now;
		const said = { id, child, symbol: null, words: tidy(words), picture: null };
		const shown = this.faces(view, now);
		return app.call('write_note', { ...said, readers, left_out, shown }, { draft: this.begun.key });
	}
}
