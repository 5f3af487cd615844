const ENDINGS = [/(’s|'s|s)$/, /es$/, /d$/, /ed$/, /ing$/, /er$/, /ly$/, /ies$/];

/** Is a word among the easy ones, or a form of one that is? Numbers are easy. */
export function easyAmong(easy: ReadonlySet<string>): (word: string) => boolean {
	const isEasy = (word: string): boolean => {
		const small = word.toLowerCase().replaceAll('’', "'");
		if (/^\d+$/.test(small) || easy.has(small)) return true;
		if (small.includes('-')) return small.split('-').every(isEasy);
		return ENDINGS.some((ending) => {
			const stem = small.replace(ending, '');
			if (stem === small || stem.length < 2) return false;
			const doubled = stem.replace(/(.)\1$/, '$1');
			return [stem, `${stem}e`, `${stem}y`, doubled].some((one) => easy.has(one));
		});
	};
	return isEasy;
}
