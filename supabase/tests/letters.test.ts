import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HIDDEN, MARKS, NEWER, SPACES } from '../../src/lib/domain/text/letters.ts';
import { DROPPED, LOOKALIKES } from '../../src/lib/domain/text/lookalikes.ts';
import { isMixed, nameForm, shownName } from '../../src/lib/domain/text/names.ts';
import { SCRIPTS } from '../../src/lib/domain/text/scripts.ts';
import { isBlank } from '../../src/lib/domain/text/words.ts';
import { ENGINES, freshDatabase, type TestDatabase } from './engines.ts';
import { root } from './engines/kinds.ts';
import { asOwner, at } from './engines/postgres.ts';
import { serverUrl } from './engines/server.ts';

const CHUNK = 0x4000;
const chunks = Array.from({ length: 0x110000 / CHUNK }, (_, place) =>
	Array.from({ length: CHUNK }, (_, at) => place * CHUNK + at).filter(isText)
).filter((points) => points.length > 0);
/** Neither in a database nor in a text: NUL, and half of a pair. */
function isText(code: number): boolean {
	return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff);
}
const char = (code: number): string => String.fromCodePoint(code);
const JOINT = '§'; // in no list: it parts one name from the next

/** Both sides of each end of each range: between them nothing changes. */
const ends = [
	...new Set(
		[SPACES, HIDDEN, MARKS, NEWER, DROPPED, ...SCRIPTS]
			.flatMap((ranges) => ranges.split(/[ -]/).map((code) => Number.parseInt(code, 16)))
			.concat(LOOKALIKES.map(([one]) => one.codePointAt(0) ?? 0))
			.flatMap((code) => [code - 1, code, code + 1])
			.filter(isText)
	)
];

describe.each(ENGINES)('every code point there is, on %s', (engine) => {
	let database: TestDatabase;
	const ask = async (question: string, ...params: unknown[]): Promise<unknown> =>
		(await database.query(`select ${question} as told`, params as string[]))[0]?.['told'];
	beforeAll(async () => {
		database = await freshDatabase(engine);
	});
	afterAll(() => database.close());

	it('is ink in the database where it is on a device', { timeout: 36e5 }, async () => {
		const source = String(await ask(`(select prosrc from pg_proc where oid = 'private.has_words'::regproc)`));
		const [, pattern = ''] = /words ~ \(([^)]*)\),\s*false/.exec(source) ?? [];
		expect(pattern.length).toBeGreaterThan(2000);
		for (const points of chunks) {
			const left = await ask(`regexp_replace($1, (${pattern}), '', 'g')`, points.map(char).join(''));
			expect(left === points.map(char).filter(isBlank).join(''), `from ${points[0]!.toString(16)}`).toBe(true);
		}
	});

	it(
		'is kept in a name, and reads like the same letter, in the database as on a device',
		{ timeout: 36e5 },
		async () => {
			for (const points of chunks) {
				const names = points.map((code) => `J${char(code)}o`).join(JOINT);
				const told = await ask(`array[private.shown_name($1), private.name_form($1)]`, names);
				const [shown, form] = told as string[];
				expect([shown === shownName(names), form === nameForm(names)], `from ${points[0]!.toString(16)}`).toEqual([
					true,
					true
				]);
			}
		}
	);

	it('at each end of each range, through the functions themselves', { timeout: 36e5 }, async () => {
		const told = await database.query(
			`select c as code, private.has_words(chr(c)) as words, private.is_mixed('J' || chr(c)) as mixed from unnest($1::int[]) c`,
			[`{${ends.join()}}`]
		);
		expect(told).toEqual(ends.map((code) => ({ code, words: !isBlank(char(code)), mixed: isMixed(`J${char(code)}`) })));
		expect(told.length).toBeGreaterThan(2000);
	});
});

it('whichever locale the database has', async () => {
	const server = await serverUrl();
	const letters = ['letters', 'lookalikes']
		.map((file) => readFileSync(`${root}supabase/schemas/base/${file}.sql`, 'utf8'))
		.join('')
		.replace(/^grant .*$/gm, '');
	const name = `sayso_${randomBytes(6).toString('hex')}`;
	await asOwner(server, (sql) => sql.unsafe(`create database ${name} template template0 encoding 'UTF8' locale 'C'`));
	const told = await asOwner(at(server, name), async (sql) => {
		await sql.unsafe(`create schema private; ${letters}`);
		return sql`select c as code, private.has_words(chr(c)) as words, private.name_form(chr(c)) as form from unnest(${ends}::int[]) c`;
	});
	await asOwner(server, (sql) => sql.unsafe(`drop database ${name} with (force)`));
	expect([...told]).toEqual(ends.map((code) => ({ code, words: !isBlank(char(code)), form: nameForm(char(code)) })));
});
