import { expect, it } from 'vitest';
import { isolated } from './bidi.ts';
import { languages } from './languages.ts';
import { sayNames } from './when.ts';
import { load } from './words.ts';

/** What runs on past the end of what somebody wrote: an isolate or a turn that is not closed within. */
function leaks(said: string): boolean {
	let open = 0;
	for (const one of said) {
		if (/[\u202a-\u202e]/.test(one)) return true;
		if (/[\u2066-\u2068]/.test(one)) open++;
		if (one === '\u2069' && --open < 0) return true;
	}
	return open !== 0;
}

const NAMES = ['\u202eJo', 'J\u202do', '\u2069\u202eJo', '\u2067Jo', 'Jo\u2069\u2069', 'محمد', 'נועה'];

it.each(languages)('in %s no name turns the sentence round that it stands in', async (lang) => {
	const { t } = await load(lang, ['public']);
	for (const name of NAMES) {
		const said = t(($) => $.help.ring, { name });
		expect([name, leaks(said), said.includes('\u2068')]).toEqual([name, false, true]);
		expect(leaks(sayNames([name, 'Sam'], lang))).toBe(false);
	}
});

it('what runs the sentence’s own way stands as it was written', () => {
	expect(['Jo', 'Łukasz', 'Даша', 'Sam 2', '4:10'].map((name) => isolated(name, 'en'))).toEqual([
		'Jo',
		'Łukasz',
		'Даша',
		'Sam 2',
		'4:10'
	]);
	expect(isolated('Даша', 'ar')).toBe('\u2068Даша\u2069');
	expect(isolated('11', 'ar')).toBe('11');
	expect(isolated(isolated('محمد', 'en'), 'en')).toBe('\u2068\u2068محمد\u2069\u2069'); // a list of names, in a sentence
});
