import type { Words } from '$lib/i18n/words';

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
