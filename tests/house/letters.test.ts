import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HIDDEN, MARKS, NEWER, SPACES } from '../../src/lib/domain/text/letters.ts';
import { DROPPED, LOOKALIKES } from '../../src/lib/domain/text/lookalikes.ts';
import { SCRIPTS } from '../../src/lib/domain/text/scripts.ts';

/** The lists, each text that is laid out in several lines in one. */
const sql = ['letters', 'lookalikes']
	.map((file) => readFileSync(`supabase/schemas/base/${file}.sql`, 'utf8'))
	.join('')
	.replace(/'\n\s*'/g, '')
	.replace(/,\n\s*/g, ', ');

const escaped = (code: number): string =>
	code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
/** Ranges of code points as PostgreSQL's brackets have them. */
const inside = (ranges: string): string =>
	ranges.replace(/[\da-f]+/g, (code) => escaped(Number.parseInt(code, 16))).replaceAll(' ', '');
const text = (characters: string): string =>
	[...characters].map((one) => (/[ -~]/.test(one) ? one : escaped(one.codePointAt(0)!))).join('');

describe('the database’s copy of the lists is the device’s', () => {
	it.each([
		['what is ink', `'[^${inside(`${SPACES} ${HIDDEN} ${MARKS}`)}]'`],
		['what a name does not keep', `|[${inside(`${HIDDEN} ${NEWER}`)}]'`],
		['spaces', `'[${inside(SPACES)}]+'`],
		['what tells no names apart', `'[${inside(DROPPED)}]'`],
		['what reads like a letter', `E'${text(LOOKALIKES.map(([from]) => from).join(''))}'`],
		['which letter that is', `E'${text(LOOKALIKES.map(([, to]) => to).join(''))}'`],
		['the scripts', SCRIPTS.map((ranges) => `'${inside(ranges)}'`).join(', ')]
	])('%s', (_, part) => {
		expect(sql).toContain(part);
	});
});

const points = Array.from({ length: 0x110000 }, (_, code) => code);
const isIn = (ranges: string, code: number): boolean => listed(ranges).has(code);
const known = new Map<string, Set<number>>();
function listed(ranges: string): Set<number> {
	const found =
		known.get(ranges) ??
		new Set(
			ranges.split(' ').flatMap((range) => {
				const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
				return Array.from({ length: last - first + 1 }, (_, at) => first + at);
			})
		);
	known.set(ranges, found);
	return found;
}

describe('the lists are true to Unicode', () => {
	const BLANK = new Set([0x2800, 0xfffc, 0x1d159, 0x13441, 0x13442]); // signs and letters by name, and nothing to see

	it('letters, digits, signs and emoji are ink, unless nothing of them is seen', () => {
		const ink = /[\p{L}\p{N}\p{P}\p{S}\p{Emoji_Presentation}]/u;
		const wrong = points.filter((code) => {
			const seen =
				ink.test(String.fromCodePoint(code)) && !/\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code));
			return seen && !BLANK.has(code) && [SPACES, HIDDEN, MARKS].some((ranges) => isIn(ranges, code));
		});
		expect(wrong).toEqual([]);
	});

	it('spaces, controls, what draws nothing by default, and lone accents are none', () => {
		const none = /[\p{Z}\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
		const wrong = points.filter(
			(code) => none.test(String.fromCodePoint(code)) && !isIn(SPACES, code) && !isIn(HIDDEN, code)
		);
		expect(wrong).toEqual([]);
	});

	it('every letter belongs to one script at most, and to one where names are written in it', () => {
		const living =
			/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Deva}\p{Script=Han}]/u;
		const wrong = points.slice(0, 0x32000).filter((code) => {
			const one = String.fromCodePoint(code);
			if (!/\p{L}/u.test(one)) return false;
			const scripts = SCRIPTS.filter((ranges) => isIn(ranges, code)).length;
			return scripts > 1 || (scripts === 0 && living.test(one) && one.normalize('NFKD') === one);
		});
		expect(wrong).toEqual([]);
	});

	it('a look-alike is named once, and what it reads like is none itself', () => {
		const from = LOOKALIKES.map(([one]) => one);
		expect(new Set(from).size).toBe(from.length);
		expect(LOOKALIKES.filter(([, to]) => from.includes(to))).toEqual([]);
	});
});
