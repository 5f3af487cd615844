const LONGEST = 160; // entries: some browsers fall silent after 15 seconds of one voice

/** A text cut into what is said in one go: where a sentence ends; a sentence that is too long, at a comma or between two words. */
export function splitSpeech(text: string): string[] {
	const sentences = text.match(/.*?[.?!؟:;؛…]+(?=\s|$)|.+$/gm) ?? [];
	return sentences.flatMap((sentence) => {
		const words = sentence.trim();
		if (words.length <= LONGEST) return /[\p{L}\p{N}]/u.test(words) ? [words] : [];
		const gaps = [', ', '، ', ' '].map((mark) => words.lastIndexOf(mark, LONGEST - 1));
		const cut = (gaps.find((gap) => gap > 0) ?? LONGEST - 1) + 1;
		return [...splitSpeech(words.slice(0, cut)), ...splitSpeech(words.slice(cut))];
	});
}
