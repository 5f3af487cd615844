import type { Nation } from '$lib/domain/vocabulary/home';
import type { Labels } from '$lib/domain/view';
import type { Lang } from '$lib/i18n/languages';
import type { Words } from '$lib/i18n/words';

/** What the law of a nation calls the adult who looks out for a child. Where it has no word, or none for that, ours stays. */
const LAW: Partial<Record<Nation, Partial<Record<Lang, string>>>> = {
	wales: { en: 'link worker', 'en-easy': 'link worker', cy: 'gweithiwr dolen gyswllt', ar: 'عامل التواصل' } // SI 2017/1264 reg 33(3)
};

/** The labels of a nation's pages, where no home is known that has its own. */
export function labelsOf(nation: Nation, lang: Lang): Labels {
	const word = LAW[nation]?.[lang];
	return word === undefined ? {} : { key_worker: word };
}

/** What a home calls its key workers is a setting: the pages leave a gap for it. English beside another language says it in English. */
export function withLabels(text: string, words: Words, english = false): string {
	const say = (english && words.english) || words.t;
	return text
		.replaceAll(
			'{{keyWorker}}',
			say(($) => $.common.keyWorker)
		)
		.replaceAll(
			'{{KeyWorker}}',
			say(($) => $.common.KeyWorker)
		);
}
