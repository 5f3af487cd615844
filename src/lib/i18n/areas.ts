/**
 * Which pages of words belong together. One area is fetched at once, in one language.
 * A page is a file `locales/<lang>/<page>.json`; `messages.d.ts` gives it its type.
 */
export const areas = {
	door: ['common', 'safety', 'kit', 'faces'],
	my: ['common', 'safety', 'kit', 'faces', 'symbols', 'problems'],
	work: ['common', 'safety', 'kit', 'faces', 'symbols', 'problems'],
	home: ['common', 'safety', 'kit', 'faces', 'problems'],
	public: ['common', 'safety', 'help', 'guide', 'advocate', 'contacts']
} as const;
export type Area = keyof typeof areas;
