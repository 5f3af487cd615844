import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawings } from '$lib/ui/symbols/icons';
import { pictures } from '$lib/ui/symbols/symbols';
import everyone from './contacts.json';
import { contact, contacts, isSure } from './contacts';

const held = everyone.filter(({ status }) => status === 'hold');

it('law 11: a number that nobody has verified never reaches a child', () => {
	expect(held.length).toBeGreaterThan(0);
	for (const { id, phone } of held) {
		expect(contacts.map((one) => one.id)).not.toContain(id);
		expect(contacts.map((one) => one.phone)).not.toContain(phone);
		expect(() => contact(id)).toThrow();
	}
});

it('a status that nobody knows is treated as one that is held back', () => {
	expect(everyone.filter(({ status }) => !['ok', 'recheck', 'hold'].includes(status))).toEqual([]);
	expect(contacts.every(({ status }) => status === 'ok' || status === 'recheck')).toBe(true);
});

it('a number stands in the data, where its age is known, and never in a sentence or a page', () => {
	const numbers = everyone.flatMap(({ phone, text }) => [phone ?? '', text?.to ?? '']);
	const files = ['src/**/*.svelte', 'src/lib/i18n/locales/*/*.json', 'src/content/*/*/*.md'];
	const pages = globSync(files).map((file) => readFileSync(file, 'utf8'));
	const written = numbers.filter((number) => number.length > 3 && pages.some((page) => page.includes(number)));
	expect(written).toEqual([]);
});

it('what is not sure is not printed: a number to look at again has no hours, and says what to look at', () => {
	expect(contacts.filter((one) => !isSure(one) && (one.any_time || !one.why))).toEqual([]);
});

it('whoever is not sure says why, and two numbers that contradict each other both stand there', () => {
	expect(everyone.filter(({ status, why }) => (status === 'ok') === Boolean(why)).map(({ id }) => id)).toEqual([]);
	const niccy = everyone.find(({ id }) => id === 'niccy');
	expect([niccy?.status, niccy?.why?.match(/028 9031 \d{4}/g)]).toEqual(['hold', ['028 9031 1616', '028 9031 6116']]);
});

it('a number is only said to be of a nation where it was seen to work', () => {
	const nations = ['uk', 'england', 'england_and_wales', 'wales', 'scotland', 'northern_ireland'];
	expect(everyone.filter(({ nation }) => !nations.includes(nation))).toEqual([]);
	expect(everyone.filter(({ nation }) => nation === 'uk').map(({ id }) => id)).toEqual([
		'emergency',
		'childline',
		'shout'
	]);
});

it('every number says where it comes from and when it was looked at, and can be rung', () => {
	for (const { id, source, checked_on, phone, text, picture } of everyone) {
		expect(source, id).not.toBe('');
		expect(checked_on, id).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(phone ?? text?.to, id).toMatch(/^(0[\d ]{8,12}|999|101|111|8\d{4})$/);
		expect([...drawings, ...Object.keys(pictures)], id).toContain(picture);
	}
	expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length);
});
