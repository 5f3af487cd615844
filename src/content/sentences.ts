/** The sentences of a text, without what ends them. */
export const sentencesOf = (text: string): string[] =>
	text
		.split(/[.?!:;؟](?:\s|$)/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => /\p{L}/u.test(sentence));

/** The words of a sentence: letters and numbers, with what joins them. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}]+)*/gu) ?? [];
