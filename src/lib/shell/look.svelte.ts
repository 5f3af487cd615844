import { invalidate } from '$app/navigation';
import { app } from '$lib/client/app.svelte.ts';
import type { Id, Labels } from '$lib/domain/view.ts';
import type { Area } from '$lib/i18n/areas.ts';
import { langAttribute, langFor, type Lang } from '$lib/i18n/languages.ts';
import { load, type Words } from '$lib/i18n/words.ts';
import { storedLook, applyLanguage, applyLook, type Look } from '$lib/platform/look.ts';
import { WORDS } from './start-page.ts';

/** How one person wants their screens. It lies sealed in their drawer, as a draft that is never sent. */
export interface MyLook extends Look {
	pictures?: 'plain';
}

const KEY = 'look/mine';

/** The look and the words that are worn now: those of the open drawer, or of the device while all are shut. */
class Wearing {
	look = $state.raw<MyLook>({});
	#drawer: Id | null = null;
	#words: { of: string; words: Promise<Words> } | null = null;

	/** Puts on what belongs to whoever is here now, and gives the words of these areas. */
	async dress(areas: readonly Area[], labels: Labels): Promise<Words> {
		if (app.drawer === null) this.look = storedLook();
		else if (app.drawer !== this.#drawer) this.look = (await app.draft<MyLook>(KEY)) ?? storedLook();
		this.#drawer = app.drawer;
		const words = await this.#wordsOf(langFor(this.look.lang, navigator.language), areas, labels);
		wear(this.look, words);
		return words;
	}

	/** A person's new choice, worn at once: to load the words again later would call off the way to wherever they go next. */
	async change(look: MyLook): Promise<string | null> {
		this.look = look;
		void invalidate(WORDS);
		return app.keepDraft(KEY, look);
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

export const wearing = new Wearing();

function wear(look: MyLook, words: Words): void {
	applyLook(look);
	applyLanguage(langAttribute(words.lang), words.dir);
	const page = document.documentElement.dataset;
	if (look.pictures) page['pictures'] = look.pictures;
	else delete page['pictures'];
}
