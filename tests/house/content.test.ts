import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mayBeMarked } from '../../src/lib/domain/questions/unclear-pages.ts';
import { england, files, sentencesIn } from '../content/pages.ts';
import { gradeOf, isEasy, sentencesOf, wordsOf } from '../content/reading.ts';
import { findings, hardWords, stale } from '../content/rules.ts';

it('there is nothing to mend on any page, in any language: npm run content says how', () => {
	expect(files.length).toBeGreaterThan(120);
	expect(findings()).toEqual([]);
});

it('a child of eight can read every page of more than a few words', () => {
	const grades = files
		.filter(({ lang, leaf }) => lang.startsWith('en') && sentencesIn(leaf).flatMap(wordsOf).length >= 60)
		.map(({ file, leaf }) => ({ file, grade: gradeOf(sentencesIn(leaf)) }));
	expect(grades.length).toBeGreaterThan(20);
	expect(grades.filter(({ grade }) => !(grade <= 3))).toEqual([]); // a grade that is no number is too high
});

it('a page has hardly a word that is on no list and that it does not explain', () => {
	const hard = files
		.filter(({ lang, leaf }) => lang.startsWith('en') && leaf.name !== 'about') // it names things for adults too
		.map((file) => ({ file: file.file, words: hardWords(file) }));
	expect(hard.filter(({ words }) => words.length > 3)).toEqual([]);
});

it('a fact that nobody has looked at for 90 days is told', () => {
	expect(stale(new Date('2026-11-30'))).toEqual([]);
	const old = stale(new Date('2027-02-28')).map(({ id }) => id);
	expect(old).toContain('childline');
	expect(old).toContain('Complain within 1 year of what happened.');
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

const english = england.filter(({ lang }) => lang === 'en').map(({ leaf }) => leaf);
/** The places that a child may talk about or mark, as the pages say. */
const marked = english.flatMap(({ name, talk }) => (talk ? [name, ...talk.map((id) => `${name}#${id}`)] : []));

it('law 6: no page about help, complaints, advocates, rights or privacy can be marked, or put on a list', () => {
	const never = 'about advocate complain help letter people privacy records rights slip words'.split(' ');
	const silent = english.filter(({ talk }) => talk === null).map(({ name }) => name);
	expect(never.filter((name) => !silent.includes(name))).toEqual([]);
	expect(marked.filter((place) => /complain|advocate|privacy|rights|help/.test(place))).toEqual([]);
});

it('the pages, the rules and the database name the same places', () => {
	const all = english.flatMap(({ name, parts }) => [name, ...parts.map(({ id }) => `${name}#${id}`)]);
	expect(all.filter((place) => mayBeMarked(place, false)).toSorted()).toEqual(marked.toSorted());
	const sql = readFileSync('supabase/schemas/unclear/table.sql', 'utf8');
	const listed = /page in \(([^)]+)\)\s+else/.exec(sql)?.[1] ?? '';
	expect([...listed.matchAll(/'([^']+)'/g)].map(([, place]) => place).toSorted()).toEqual(marked.toSorted());
});

it('law 6: reading writes nothing: on these pages only one press does, and it is not on the public ones', () => {
	const read = (files: string[]) => files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
	const pages = read(
		globSync([
			'src/content/*.{svelte,ts}',
			'src/routes/(app)/my/{guide,help,advocate}/**/*.{svelte,ts}',
			'src/lib/child/guide/*.{svelte,ts}',
			'src/routes/(app)/here/**/*.{svelte,ts}',
			'src/lib/door/EveryHome.svelte'
		])
	);
	const writing = pages.filter(({ text }) =>
		/\bapp\.(call|keepDraft|dropDraft|mend)\b|\bnew Draft\b|\bfetch\(["'`]/.test(text)
	);
	expect(writing.map(({ file }) => file)).toEqual(['src/lib/child/guide/marked-pages.svelte.ts']);
	const pressing = pages.filter(({ text }) => /\bmarked\.press\(/.test(text));
	expect(pressing.map(({ text }) => text.match(/mark\(/g)?.length)).toEqual([2]); // where it is made, and the button
	expect(pressing[0]?.text).toMatch(/onpress={\(\) => (void )?mark\(place\)}/);
	const open = read(globSync(['src/routes/(public)/**/*.{svelte,ts}', 'src/content/*.svelte']));
	expect(open.length).toBeGreaterThan(20);
	expect(open.filter(({ text }) => /AboutThisPage|mark_unclear|\$lib\/app/.test(text))).toEqual([]);
});
