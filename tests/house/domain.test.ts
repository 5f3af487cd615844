import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ABILITIES, MANAGES } from '../../src/lib/domain/abilities.ts';
import { GOES_ON } from '../../src/lib/domain/after-leaving.ts';
import { ACCESS_CHANGES } from '../../src/lib/domain/evidence.ts';
import { DECIDES } from '../../src/lib/domain/questions/devices/device-standing.ts';
import { PROBLEMS } from '../../src/lib/domain/vocabulary/problems.ts';
import { RULES } from '../../src/lib/domain/rules.ts';
import { NATIONS } from '../../src/lib/domain/vocabulary/home.ts';
import { ANSWERS, HELPED, ITEM_EVENTS, ITEM_KINDS } from '../../src/lib/domain/vocabulary/items.ts';
import { LIMITS } from '../../src/lib/domain/vocabulary/limits.ts';
import { ROLES } from '../../src/lib/domain/vocabulary/roles.ts';
import { LEGAL_SECTIONS, MARKABLE_PAGES, SECTIONS } from '../../src/lib/domain/vocabulary/sections.ts';
import { ENDINGS, HOWS, SESSION_EVENTS } from '../../src/lib/domain/vocabulary/sessions.ts';

const root = new URL('../../', import.meta.url).pathname;
const read = (pattern: string) =>
	globSync(pattern, { cwd: root })
		.filter((file) => !/\.test\.ts$|\/testing\//.test(file))
		.map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }));
const sources = read('src/lib/domain/**/*.ts');
const sql = read('supabase/schemas/*/*.sql')
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

it('the audit says in words all that the database writes down of who may do what', () => {
	const written = found(/note_down\(\s*'(\w+)'/g).concat('at_work', 'not_at_work');
	const joined = found(/select \w\.made_at, \w\.\w+, '(\w+)'/g);
	const told = new Set([...written, ...joined]);
	told.delete('set_my_face'); // a name, not an access
	expect([...told].sort()).toEqual([...ACCESS_CHANGES].sort());
});

describe('who may do what', () => {
	const rows = (table: string, columns: number) => {
		const [, text = ''] = new RegExp(`create view private\\.${table} as([^;]+);`).exec(sql) ?? [];
		return found(new RegExp(`\\((${Array(columns).fill("'\\w+'").join(', ')})\\)`, 'g'), text).sort();
	};
	const quoted = (...words: string[]) => words.map((word) => `'${word}'`).join(', ');

	it('is the same in the database', () => {
		const abilities = Object.entries(ABILITIES).flatMap(([ability, roles]) =>
			Object.entries(roles).map(([role, reach]) => quoted(ability, role, reach))
		);
		expect(rows('abilities', 3)).toEqual(abilities.sort());
		const manages = Object.entries(MANAGES).flatMap(([role, others]) => others.map((other) => quoted(role, other)));
		expect(rows('manages', 2)).toEqual(manages.sort());
	});

	it('is asked there by abilities that there are', () => {
		const asked = found(/private\.(?:can|may|must|reach_of|reach_for)\([^()]*'(\w+)'/g);
		expect(asked.length).toBeGreaterThan(30);
		expect(asked.filter((ability) => !(ability in ABILITIES))).toEqual([]);
	});

	it('is not asked there by the roles of staff', () => {
		const named = read('supabase/schemas/*/*.sql').filter(({ text }) =>
			/'(worker|manager|responsible_individual)'/.test(text.replace(/args ->> '\w+'|--.*$/gm, ''))
		);
		expect(named.map(({ file }) => file.replace('supabase/schemas/', '')).sort()).toEqual([
			'people/abilities.sql',
			'people/table.sql',
			'set_up/homes.sql'
		]);
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
		const rules = found(/constraint (\w+)\s+check/g);
		expect(rules.length).toBeGreaterThan(40);
		expect(unknown(rules)).toEqual([]);
	});

	it('by a name that is taken has a place in the list', () => {
		// What ends like this is told as already_there, by apply_calls.
		const names = found(/create unique index (\w+)\s+on/g).filter((name) => !/_(pkey|key|idx)$/.test(name));
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

/** Only these still tell one role from another by its name: what they say of each is its own. */
const TELL_ROLES = [
	...['lib/child/guide/NobodyAbove.svelte', 'lib/client/device/demo.ts'],
	...['lib/client/device/first-face.ts', 'lib/door/Demo.svelte', 'lib/domain/vocabulary/roles.ts'],
	...['lib/shell/start-page.ts', 'routes/(app)/my/KeyWorkers.svelte', 'routes/(app)/my/card/PersonCard.svelte']
].map((file) => `src/${file}`);

describe('every closed list', () => {
	const enumOf = (type: string) =>
		found(/'(\w+)'/g, new RegExp(`create type (?:app\\.)?${type} as enum \\(([^)]+)\\)`).exec(sql)?.[1] ?? '');
	/** The values that a rule of a table lets a column have. */
	const checkOf = (rule: string) =>
		found(/'([\w#-]+)'/g, new RegExp(`constraint ${rule}\\s+check\\s+\\([^()]* in \\(([^)]+)\\)`).exec(sql)?.[1] ?? '');
	const lengths = (rule: string) => [
		...new Set(found(new RegExp(`constraint ${rule} check\\s*\\(char_length\\(\\w+\\) <= (\\d+)`, 'g')))
	];

	it.each([
		['roles', ROLES, enumOf('role')],
		['nations', NATIONS, enumOf('nation')],
		['kinds of items', ITEM_KINDS, enumOf('item_kind')],
		['events of items', ITEM_EVENTS, enumOf('item_event_kind')],
		['events of sessions', SESSION_EVENTS, enumOf('session_event_kind')],
		['ways to spend time', HOWS, enumOf('how')],
		['answers', ANSWERS, checkOf('bad_answer')],
		['words for whether it helped', HELPED, checkOf('bad_helped')],
		['words for mine', HELPED, checkOf('bad_mine')],
		['endings', ENDINGS, checkOf('bad_ended')],
		['sections', SECTIONS, checkOf('bad_section')],
		[
			'sections that the law asks for',
			LEGAL_SECTIONS,
			found(/'(\w+)'/g, /section not in \(([^)]+)\)/.exec(sql)?.[1] ?? '')
		],
		[
			'pages that a child may mark',
			MARKABLE_PAGES,
			found(/'([\w#-]+)'/g, /then page in \(([^)]+)\)/.exec(sql)?.[1] ?? '')
		]
	])('has the same %s as the database', (_name, here, there) => {
		expect([...there].sort()).toEqual([...here].sort());
	});

	it('has the same calls as the database for a child who left, and for a device that is not yet theirs', () => {
		const named = (before: string) =>
			found(/'(\w+)'/g, new RegExp(`${before}\\s+call in \\(([^)]+)\\)`).exec(sql)?.[1] ?? '').sort();
		expect(named('left_at is null\\)\\s+or')).toEqual([...GOES_ON].sort());
		expect(named('not me\\.own\\s+and')).toEqual([...DECIDES].sort());
	});

	it('has the same lengths as the database', () => {
		expect(lengths('too_long')).toEqual([`${LIMITS.words}`]);
		expect(lengths('place_too_long')).toEqual([`${LIMITS.line}`]);
		expect(lengths('name_too_long')).toEqual([`${LIMITS.home}`, `${LIMITS.name}`]);
		expect(lengths('pronouns_too_long')).toEqual([`${LIMITS.pronouns}`]);
	});

	it('stands in one file: nowhere else is a role told from another by its name', () => {
		const files = globSync('src/**/*.{ts,svelte}', { cwd: root }).filter(
			(file) => !/\.test\.ts$|\/testing\//.test(file)
		);
		const role =
			/\brole\)? ?(===|!==) ?'|'(child|worker|manager|responsible_individual)' ?(===|!==)|myRole\(\w+\) ?(===|!==)/;
		const telling = files.filter((file) => role.test(readFileSync(`${root}${file}`, 'utf8')));
		expect(telling.filter((file) => !TELL_ROLES.includes(file)).sort()).toEqual([]);
	});
});
