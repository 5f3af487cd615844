import type { Problem } from '$lib/client/result.ts';
import { invalidate } from '$app/navigation';
import { app } from '$lib/client/app.svelte.ts';
import type { Labels } from '$lib/domain/view.ts';
import { Draft, type Restore } from '$lib/draft/draft.svelte.ts';
import type { Area } from '$lib/i18n/areas.ts';
import { langAttribute, langFor, type Lang } from '$lib/i18n/languages.ts';
import { load, type Words } from '$lib/i18n/words.ts';
import { cleanLook, storedLook, applyLanguage, applyLook, type Look } from '$lib/platform/look.ts';
import { WORDS } from './start-page.ts';

/** How one person wants their screens. It lies sealed in their drawer, as a draft that is never sent. */
export interface MyLook extends Look {
	pictures?: 'plain';
}

/** What a person chose is whole: nothing of the device's own look is mixed in. */
const restore: Restore<MyLook> = (kept) => ({
	...cleanLook(kept),
	...(Object(kept).pictures === 'plain' && { pictures: 'plain' })
});

/** The look and the words that the screen has now: those of the open drawer, or of the device while all are shut. */
class ScreenLook {
	#chosen = new Draft<MyLook>('look/mine', storedLook, restore);
	#words: { of: string; words: Promise<Words> } | null = null;

	get current(): MyLook {
		return this.#chosen.now;
	}

	/** Puts on what belongs to whoever is here now, and gives the words of these areas. */
	async apply(areas: readonly Area[], labels: Labels): Promise<Words> {
		await this.#chosen.load();
		if (app.drawer === null) this.#chosen.renew();
		const words = await this.#wordsOf(langFor(this.current.lang, navigator.language), areas, labels);
		wear(this.current, words);
		return words;
	}

	/** A person's new choice, worn at once: to load the words again later would call off the way to wherever they go next. */
	async change(chosen: MyLook): Promise<Problem | null> {
		this.#chosen.now = chosen;
		this.#chosen.keep();
		void invalidate(WORDS);
		await this.#chosen.kept();
		return this.#chosen.problem;
	}

	/** The same words again cost nothing, and make nothing on the screen draw itself anew. */
	#wordsOf(lang: Lang, areas: readonly Area[], labels: Labels): Promise<Words> {
		const of = JSON.stringify([lang, areas, labels]);
		if (this.#words?.of === of) return this.#words.words;
		const words = load(lang, areas, labels);
		this.#words = { of, words };
		words.catch(() => (this.#words = null)); // they did not come: whoever asks again fetches again
		return words;
	}
}

export const look = new ScreenLook();

function wear(worn: MyLook, words: Words): void {
	const isEasy = words.lang === 'en-easy';
	applyLook(isEasy && !worn.text ? { ...worn, text: 'large' } : worn);
	applyLanguage(langAttribute(words.lang), words.dir);
	const page = document.documentElement.dataset;
	if (isEasy) page['easy'] = '';
	else delete page['easy'];
	if (worn.pictures) page['pictures'] = worn.pictures;
	else delete page['pictures'];
}
