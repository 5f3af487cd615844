import type { Words } from '$lib/i18n/words';

/** What a home calls its key workers is a setting: the pages leave a gap for it. */
export const own = (text: string, words: Words): string =>
	text
		.replaceAll(
			'{{keyWorker}}',
			words.t(($) => $.guide.keyWorker)
		)
		.replaceAll(
			'{{KeyWorker}}',
			words.t(($) => $.guide.KeyWorker)
		);
