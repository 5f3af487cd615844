import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaFiles, schemaPaths } from '../../supabase/schema-files.ts';

const files = schemaFiles();
const lines = files.flatMap(({ path, sql }) =>
	sql.split('\n').map((text, i) => ({ text, at: `${path}:${i + 1} ${text.trim().slice(0, 60)}` }))
);
const where = (is: (text: string) => boolean) => lines.filter(({ text }) => is(text)).map(({ at }) => at);

describe('the database', () => {
	it('is named whole in config.toml, each file once', () => {
		expect(files.length).toBeGreaterThan(80);
		expect(schemaPaths().length).toBeGreaterThan(10);
		const found = globSync('supabase/schemas/**/*.sql').map((file) => file.replace('supabase/', ''));
		expect(files.map(({ path }) => path).toSorted()).toEqual(found.toSorted());
	});

	it('opens each file with what it is', () => {
		expect(files.filter(({ sql }) => !sql.startsWith('-- ')).map(({ path }) => path)).toEqual([]);
	});

	it('fits in 120 columns, with tabs', () => {
		expect(where((text) => text.replaceAll('\t', '  ').length > 120)).toEqual([]);
		expect(where((text) => /^\t* /.test(text) || /\s$/.test(text))).toEqual([]);
	});

	it('says each function once: nothing is made, and made again', () => {
		const made = files.flatMap(({ sql }) =>
			[...sql.matchAll(/create function ([\w.]+)/g)].map(([, name = '']) => name)
		);
		expect(made.length).toBeGreaterThan(180);
		expect(made.filter((name, i) => made.indexOf(name) !== i)).toEqual([]);
		// What stands in Supabase's own tables may be there before.
		expect(where((text) => /^\s*create or replace (?!trigger)/.test(text))).toEqual([]);
		expect(
			where((text) => /^\s*(drop|alter (?!table [\w.]+ enable row level security|default privileges))/.test(text))
		).toEqual([]);
	});

	it('has its policies and the grants of its tables where a reader looks for them', () => {
		const elsewhere = (what: RegExp) =>
			files.filter(({ path, sql }) => basename(path) !== 'policies.sql' && what.test(sql)).map(({ path }) => path);
		expect(elsewhere(/^create policy/m)).toEqual([]);
		expect(elsewhere(/^grant (select|insert)/m)).toEqual([]);
		expect(files.filter(({ sql }) => /^create policy/m.test(sql)).length).toBeGreaterThan(10);
	});
});
