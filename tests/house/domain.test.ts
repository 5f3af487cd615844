import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../src/lib/domain/vocabulary/problems.ts';
import { RULES } from '../../src/lib/domain/rules.ts';

const root = new URL('../../', import.meta.url).pathname;
const read = (pattern: string) =>
	globSync(pattern, { cwd: root })
		.filter((file) => !/\.test\.ts$|\/testing\//.test(file))
		.map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }));
const sources = read('src/lib/domain/**/*.ts');
const sql = read('supabase/migrations/*.sql')
	.map(({ text }) => text.replace(/--.*$/gm, ''))
	.join('\n');
const found = (pattern: RegExp, text = sql) => [...text.matchAll(pattern)].map(([, one]) => one ?? '');

describe('the rules', () => {
	it('are looked at, all of them', () => {
		expect(sources.length).toBeGreaterThan(30);
		expect(sources.flatMap(({ text }) => found(/(?:from|import) '([^']+)'/g, text)).length).toBeGreaterThan(50);
	});

	it.each(sources)('$file imports nothing but other rules', ({ file, text }) => {
		const imports = found(/(?:from|import) '([^']+)'/g, text);
		const isRule = (one: string) => one.startsWith('.') && join(dirname(file), one).startsWith('src/lib/domain/');
		expect(imports.filter((one) => !isRule(one))).toEqual([]);
		expect(text).not.toMatch(/import\(|require\(/);
	});

	it.each(sources)('$file asks neither the clock nor chance, nor the browser', ({ text }) => {
		expect(text).not.toMatch(/Date\.now|new Date\(\)|\bDate\(\)|performance\.|Math\.random|\bcrypto\b|setTimeout/);
		expect(text).not.toMatch(/\b(window|document|navigator|localStorage|fetch|globalThis|process|console)\b[.(]/);
		const formats = text.match(/new Intl\.DateTimeFormat\([^)]*\)/g) ?? [];
		expect(formats.filter((one) => !one.includes('timeZone'))).toEqual([]);
		expect(text).not.toMatch(/toLocale|getTimezoneOffset|\.get(Hours|Date|Day|Month|FullYear)\(/);
	});

	it('are one for each call that the database knows', () => {
		expect(Object.keys(RULES).sort()).toEqual(found(/create function calls\.(\w+)\(/g).sort());
	});
});

describe('every refusal of the database', () => {
	const known = new Set<string>(PROBLEMS);
	const kinds = (type: string) =>
		found(/'(\w+)'/g, new RegExp(`create type app\\.${type} as enum \\(([^)]+)\\)`).exec(sql)?.[1] ?? '');
	const unknown = (codes: string[]) => [...new Set(codes)].filter((code) => !known.has(code));

	it('that it names has a place in the list', () => {
		const codes = [
			...found(/refuse\('(\w+)'\)/g),
			...found(/then '(\w+)'(?: when| else|\))/g).filter((one) => one.startsWith('code_'))
		];
		expect(codes.length).toBeGreaterThan(15);
		expect(unknown([...codes, ...found(/message = '(\w+)'/g)])).toEqual([]);
	});

	it('by a rule of a table has a place in the list', () => {
		const rules = found(/constraint (\w+) check/g);
		expect(rules.length).toBeGreaterThan(40);
		expect(unknown(rules)).toEqual([]);
	});

	it('by a name that is taken has a place in the list', () => {
		const names = found(/create unique index (\w+) on/g);
		expect(names.length).toBeGreaterThan(0);
		expect(unknown(names)).toEqual([]);
	});

	it('of something that cannot happen now has a place in the list', () => {
		const items = kinds('item_event_kind').map((kind) => `item_not_${kind}`);
		const sessions = kinds('session_event_kind').map((kind) => `session_not_${kind}`);
		expect([items.length, sessions.length]).toEqual([14, 8]);
		expect(unknown([...items, ...sessions])).toEqual([]);
	});
});
