import { createInstance, keyFromSelector, type TFunction } from 'i18next';
import type { Labels } from '../domain/view.ts';
import books from 'virtual:books';
import { isolated } from './bidi.ts';
import { areas, groupOf, type Area } from './areas.ts';
import { dirOf, langAttribute, localeOf, unchecked, type Lang } from './languages.ts';
import { welsh } from './welsh-calendar.ts';

/** One language, ready to speak: `words.t(($) => $.common.help)`. Do not take `t` apart from it in a component. */
export interface Words {
	readonly lang: Lang;
	readonly dir: 'ltr' | 'rtl';
	readonly t: TFunction;
	/** English, for words about safety beside a translation that no native speaker has checked. Null where none is needed. */
	readonly english: TFunction | null;
}

/** A sentence to be said later: `key(($) => $.safety.hurt)` lies in data, `words.t(it)` says it. */
export const key = keyFromSelector;
export type Key = ReturnType<typeof key>;

type Page = { [key: string]: string | Page };
type Pages = Record<string, Page>;

/**
 * Fetches the words of these areas. A home's own labels take the place of the product's (law 13); where they are not a home's but
 * this language's, English beside has its own.
 */
export async function load(
	lang: Lang,
	wanted: readonly Area[],
	labels: Labels = {},
	english: Labels = labels
): Promise<Words> {
	const groups = [...new Set(wanted.flatMap((area) => areas[area].map(groupOf)))];
	const pages = Object.assign({}, ...(await Promise.all(groups.map((group) => book(lang, group)))));
	const beside = unchecked(lang) ? speak('en', await book('en', groupOf('safety')), english) : null;
	return { lang, dir: dirOf(lang), t: speak(lang, pages, labels), english: beside };
}

async function book(lang: Lang, group: string): Promise<Pages> {
	const found = await books[lang === 'qps' ? 'en' : lang]?.[group]?.();
	if (!found) throw new Error(`no words: ${lang}/${group}`);
	if (lang !== 'qps' || !(import.meta.env.DEV || import.meta.env['VITE_QPS'])) return found.default;
	const { pseudo } = await import('./pseudo.ts');
	return Object.fromEntries(Object.entries(found.default).map(([page, words]) => [page, pseudo(words)]));
}

/** One instance for each language: one process prerenders all of them, so nothing may be global. */
function speak(lang: Lang, pages: Pages, labels: Labels): TFunction {
	const i18n = createInstance();
	const code = langAttribute(lang);
	void i18n.init({
		lng: code,
		fallbackLng: false,
		ns: ['words'],
		defaultNS: 'words',
		resources: { [code]: { words: pages } },
		initAsync: false,
		missingInterpolationHandler: () => '…', // a name that is not known here: no screen shows how a sentence is made
		interpolation: {
			defaultVariables: labelled(lang, pages, labels),
			escape: (value: unknown) => isolated(String(value), lang)
		}
	});
	i18n.services.formatter?.add('soft', (said: unknown) => welsh.soft(String(said)));
	return i18n.t;
}

/** `{{keyWorker}}`, and `{{KeyWorker}}` where a sentence starts with it. */
function labelled(lang: Lang, pages: Pages, labels: Labels): Record<string, string> {
	const defaults = pages['common']?.['labels'];
	const names = { key_worker: 'keyWorker', session: 'session', wish: 'wish', child: 'child' } as const;
	const known: Record<string, string> = {};
	for (const key of ['key_worker', 'session', 'wish', 'child'] as const) {
		const own: unknown = labels[key];
		const word =
			typeof own === 'string' && own.trim() !== '' ? own : typeof defaults === 'object' ? defaults[key] : null;
		if (typeof word !== 'string') continue;
		known[names[key]] = word;
		known[names[key].charAt(0).toUpperCase() + names[key].slice(1)] = capital(word, lang);
	}
	return known;
}

/** The first letter large, as a sentence starts. */
export const capital = (text: string, lang: Lang): string =>
	text.charAt(0).toLocaleUpperCase(localeOf(lang)) + text.slice(1);
