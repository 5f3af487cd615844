import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { load } from '$lib/i18n/words';
import { contact, contacts } from './contacts';
import { guide } from './guide';

const source = readFileSync('src/content/contacts.ts', 'utf8');
const held = source
	.split(/\n\t\{\n/)
	.filter((entry) => entry.includes("status: 'hold'"))
	.map((entry) => ({ id: /id: '(\w+)'/.exec(entry)?.[1] ?? '', phone: /phone: '([\d ]+)'/.exec(entry)?.[1] ?? '' }));

it('a number that nobody has verified never reaches a child', () => {
	expect(held.length).toBeGreaterThan(0);
	for (const { id, phone } of held) {
		expect(contacts.map((one) => one.id)).not.toContain(id);
		expect(contacts.map((one) => one.phone)).not.toContain(phone);
		expect(() => contact(id)).toThrow();
	}
});

it('a number stands in the data, where its age is known, and never in a sentence or a page', () => {
	const numbers = source.match(/(?<=phone: '|to: ')[\d ]+/g) ?? [];
	const pages = globSync(['src/**/*.svelte', 'src/lib/i18n/locales/*/*.json']).map((file) =>
		readFileSync(file, 'utf8')
	);
	const written = numbers.filter((number) => number.length > 3 && pages.some((page) => page.includes(number)));
	expect(written).toEqual([]);
});

it('what is not sure is not printed: a number to look at again has no hours', () => {
	expect(contacts.filter(({ status, hours }) => status === 'recheck' && hours)).toEqual([]);
});

it('every number says where it comes from and when it was looked at', () => {
	for (const { source: from, checked_on, phone, text } of contacts) {
		expect(from).not.toBe('');
		expect(checked_on).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(phone ?? text?.to).toBeTruthy();
	}
});

it('the guide has the four parts that the law asks for, each with something to read in every language', async () => {
	expect(guide.map(({ id }) => id)).toEqual(['expect', 'support', 'complain', 'advocate']);
	for (const lang of ['en', 'en-easy', 'cy', 'ar'] as const) {
		const { t } = await load(lang, ['public']);
		for (const { ideas, title, home, people } of guide) {
			expect([title, home, ...ideas.map(({ words }) => words)].map((key) => t(key))).not.toContain('');
			expect(ideas.length).toBeGreaterThan(2);
			expect(people.map((id) => contact(id).id)).toEqual([...people]);
		}
	}
});
