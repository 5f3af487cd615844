import { describe, expect, it } from 'vitest';
import { nameForm, nameProblem, shownName } from './names.ts';

const alike = (one: string, other: string): boolean => nameForm(one) === nameForm(other);

describe('a name', () => {
	it('is kept without what does not show', () => {
		for (const name of [
			'Jo\u200b',
			'J\u200do',
			'\u202aJo',
			'Jo\u00a0',
			' Jo\u3164\u2800',
			'J\u00ado\ufe0f',
			'Jo\u{e0041}'
		])
			expect(shownName(name)).toBe('Jo');
		expect(shownName(' Mary \t\u00a0 Ann\n')).toBe('Mary Ann');
	});

	it('keeps a joiner where it is seen: between two letters of a script that joins them', () => {
		expect(shownName('علی\u200cرضا')).toBe('علی\u200cرضا');
		expect(shownName('علی\u200c')).toBe('علی');
		expect(shownName('क्\u200dष')).toBe('क्\u200dष');
	});

	it('reads like another one however it is written', () => {
		const jos = ['JO', ' j o ', 'J\u200do', 'Ｊｏ', 'Ј\u043e', 'Jó', 'J0', 'ᴊᴏ', '𝐉𝐨', 'Ⓙⓞ', '🅹🅾', '🇯🇴', 'ꓙꓳ', 'J.o'];
		expect(jos.filter((name) => !alike(name, 'Jo'))).toEqual([]);
		expect(alike('Morgan\u200b', 'Morgan')).toBe(true);
		expect(alike('Morgan', 'Morgаn')).toBe(true); // a Cyrillic а
		expect(alike('lan', 'Ian') && alike('Marnie', 'Mamie') && alike('Łukasz', 'Lukasz') && alike('Zoë', 'Zoe')).toBe(
			true
		);
		expect(alike('ДАША', 'Даша') && alike('ΝΙΚΟΣ', 'Νίκος') && alike('محمد', 'مُحَمَّد') && alike('علی', 'علي')).toBe(true);
	});

	it('is another one where it reads so', () => {
		const names = [
			'Jo',
			'Joe',
			'Jon',
			'Sam',
			'Tom',
			'Pat',
			'Даша',
			'Даня',
			'محمد',
			'أحمد',
			'李娜',
			'李明',
			'ரவி',
			'ரமா',
			'Sam B',
			'Sam 2'
		];
		expect(new Set(names.map(nameForm)).size).toBe(names.length);
	});

	it('is of one script, whichever it is; digits, signs and emoji belong to none', () => {
		const fine = [
			'Zoë',
			'Łukasz',
			'Siân',
			"O'Neill-Smith",
			'Sam 2',
			'Robin 🐦',
			'Даша',
			'محمد ٣',
			'علی\u200cرضا',
			'Γιώργος',
			'山田はなこ',
			'김철수',
			'ரவி',
			'נועה',
			'Ｊｏ'
		];
		expect(fine.filter((name) => nameProblem(name) !== null)).toEqual([]);
		for (const name of ['Jо', 'Sаm', 'Paτ', 'Jo محمد', 'Ꭻo']) expect(nameProblem(name)).toBe('mixed_letters');
	});

	it('has something to be read in it, and forty letters at most', () => {
		for (const name of ['', ' ', '\u3164', '\u0301', '\u202e']) expect(nameProblem(name)).toBe('bad_name');
		expect(nameProblem('x'.repeat(41))).toBe('name_too_long');
		expect(nameProblem(`${'x'.repeat(40)}\u200b`)).toBeNull();
	});
});
