/** The languages that Sayso speaks. Easy Read English is one of them; `qps` is for testing layouts and is never shipped. */
export const languages = ['en', 'en-easy', 'cy', 'ar'] as const;
export type Lang = (typeof languages)[number] | 'qps';

/** Is this a language that Sayso can be read in? */
export const isLang = (value: string): value is Lang => value === 'qps' || languages.some((lang) => lang === value);

/** The language that somebody chose here; else the first one of their device that we speak (`static/first.js` does the same). */
export function langFor(chosen: string | undefined, device: string): Lang {
	if (chosen !== undefined && isLang(chosen)) return chosen;
	const own = device.slice(0, 2);
	return isLang(own) ? own : 'en';
}

/** Which way its lines run. */
export const dirOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' || lang === 'qps' ? 'rtl' : 'ltr');

/** What `<html lang>` says, so that a screen reader picks the right voice. */
export const langAttribute = (lang: Lang): string => (lang === 'en-easy' || lang === 'qps' ? 'en' : lang);

/** What Intl is asked for: British dates, and the digits that children see on clocks and phones here. */
export const localeOf = (lang: Lang): string =>
	({ en: 'en-GB', 'en-easy': 'en-GB', qps: 'en-GB', cy: 'cy', ar: 'ar-u-nu-latn' })[lang];

/** Each language by its own name. */
export const ownName: Record<Lang, string> = {
	en: 'English',
	'en-easy': 'Easy Read',
	cy: 'Cymraeg',
	ar: 'العربية',
	qps: 'Pseudo'
};

/** No native speaker has checked these words yet; pages in them must say so. */
export const unchecked = (lang: Lang): boolean => lang === 'cy' || lang === 'ar';

/** The languages that public pages are made in: with `VITE_QPS=1`, the one for testing too. */
export const built: readonly Lang[] = import.meta.env?.['VITE_QPS'] ? [...languages, 'qps'] : languages;
