import { expect, it } from 'vitest';
import { files, sentencesIn } from '../content/pages.ts';
import { gradeOf, isEasy, sentencesOf, wordsOf } from '../content/reading.ts';
import { findings, hardWords, stale } from '../content/rules.ts';

it('there is nothing to mend on any page, in any language: npm run content says how', () => {
	expect(files.length).toBeGreaterThan(60);
	expect(findings()).toEqual([]);
});

it('a child of eight can read every page of more than a few words', () => {
	const grades = files
		.filter(({ lang, leaf }) => lang.startsWith('en') && sentencesIn(leaf).flatMap(wordsOf).length >= 60)
		.map(({ file, leaf }) => ({ file, grade: gradeOf(sentencesIn(leaf)) }));
	expect(grades.filter(({ grade }) => grade > 3)).toEqual([]);
});

it('a page has hardly a word that is on no list and that it does not explain', () => {
	const hard = files
		.filter(({ lang, leaf }) => lang.startsWith('en') && leaf.name !== 'about') // it names things for adults too
		.map((file) => ({ file: file.file, words: hardWords(file) }));
	expect(hard.filter(({ words }) => words.length > 3)).toEqual([]);
});

it('a fact that nobody has looked at for 90 days is told', () => {
	expect(stale(new Date('2026-11-22'))).toEqual([]);
	expect(stale(new Date('2027-02-20')).length).toBeGreaterThan(10);
});

it('words are counted as a reader would', () => {
	expect(sentencesOf('Is it late? You can ask. Ring 999: now.')).toHaveLength(4);
	expect(wordsOf('You don’t have to, at 16.')).toHaveLength(6);
	expect(['listening', 'carries', 'safely', 'adults', 'stopped'].filter((word) => !isEasy(word))).toEqual([]);
	expect(isEasy('notwithstanding')).toBe(false);
	expect(gradeOf(['You can ask. They must listen.'])).toBeLessThan(
		gradeOf(['Representations are investigated independently.'])
	);
});
