import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askedIn, look, ownNames, readIn, writtenIn } from './built.ts';
import { oldest } from './compat.ts';

/**
 * What was built, with every library in it, reads nothing that one of the oldest browsers lacks (package.json, browserslist). What
 * stands here is asked for first, or is missed by nobody: say which, when you add one.
 */
const SCRIPTS: Record<string, string> = {
	'AbortSignal.timeout': 'Chrome 103 has it, and ends it with another name of error: nobody asks for that name',
	'Uint8Array.fromBase64': 'Kit asks first, and has its own way',
	'PublicKeyCredential.parseCreationOptionsFromJSON': 'the sign-in client, for passkeys, which Sayso does not use',
	'PublicKeyCredential.parseRequestOptionsFromJSON': 'the same',
	'.displayName': 'a passkey’s name, the same',
	'.contentEncoding': 'a name in the data client',
	'.enumerateDevices': 'Firefox names only devices that may be used: join/camera.ts then says there is none',
	'.getCoalescedEvents': 'DrawPad asks first',
	'.setImmediate': 'Dexie asks first',
	'.withResolvers': 'Dexie gives it to promises of its own',
	'.databases': 'Dexie asks first',
	'.userAgentData': 'Dexie asks first',
	'.toBase64': 'a name of ours',
	'.showPopover': 'tap to hear asks first: its stage may lie under a question',
	'.hidePopover': 'the same',
	'.toArray': 'a name of Dexie’s',
	'.revoke': 'a name of Svelte’s',
	'.locale': 'a name of i18next’s'
};
const SHEETS: Record<string, string> = {
	'text-wrap': 'lines are broken less well',
	'text-wrap: balance': 'the same',
	'text-wrap: pretty': 'the same',
	'line-clamp': 'stands beside -webkit-line-clamp, which all have',
	'text-size-adjust': 'stands beside -webkit-text-size-adjust',
	'text-align: match-parent': 'the line before it says start',
	'forced-color-adjust': 'only where colours are forced, which Safari never does',
	'forced-color-adjust: none': 'the same',
	'cursor: pointer': 'a finger has no cursor',
	'cursor: crosshair': 'the same',
	'cursor: help': 'the same',
	resize: 'a finger resizes nothing',
	'resize: vertical': 'the same',
	'text-decoration: dotted': 'a plain line under the word',
	'break-after: avoid': 'paper breaks less well',
	size: 'the sheet of paper that the printer has',
	'@page': 'the same',
	'grid-template-rows: subgrid': 'fields of a row stand less in line',
	'scrollbar-width': 'a bar is seen',
	'scrollbar-width: none': 'the same',
	'mask-image': 'the prefix of Chrome is written beside it',
	'field-sizing': 'a field has the height that it began with',
	'field-sizing: content': 'the same',
	':popover-open': 'first.js leads to the meaning, which stands at the end of the page',
	':has': 'Firefox: a place or a line of paper less; the ring around a choice has another rule there (tile.css)'
};
const PAGES: Record<string, string> = {
	popover: SHEETS[':popover-open'] ?? '',
	popovertarget: 'the same',
	popovertargetaction: 'the same',
	autocapitalize: 'a Mac has no keyboard that writes large letters by itself',
	writingsuggestions: 'a suggestion is made'
};

const unknown = (found: ReturnType<typeof look>, allowed: Record<string, string>) =>
	[...found]
		.filter(([what]) => !(what in allowed))
		.map(([what, { lacking, files }]) => `${what}: ${lacking} (${files})`);

describe('the oldest browsers that homes have', () => {
	it('are named in the README as in package.json', () => {
		const [told = ''] = /^.*oldest browsers.*$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
		const named = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', safari: 'Safari', ios_saf: 'iPad' };
		expect(oldest.map(({ name }) => name)).toEqual(Object.keys(named));
		for (const { name, version } of oldest)
			expect(told).toMatch(new RegExp(`${Reflect.get(named, name)}[^,;]* ${version}`));
	});

	it('find nothing in the scripts that they do not have', () => {
		const own = ownNames('client/**/*.js');
		const ours = ([what]: [string, unknown]) => what.startsWith('.') && own.has(what.slice(1)) && !BUILT_IN.test(what);
		const found = look('client/**/*.js', readIn);
		expect(found.size).toBeGreaterThan(5);
		expect(unknown(new Map([...found].filter((one) => !ours(one))), SCRIPTS)).toEqual([]);
	});

	it('find nothing in the sheets that they do not have', () => {
		expect(unknown(look('client/**/*.css', askedIn), SHEETS)).toEqual([]);
	});

	it('find nothing in the pages that they do not have', () => {
		expect(unknown(look('prerendered/**/*.html', writtenIn), PAGES)).toEqual([]);
	});
});

/** Names that nobody else gives to anything: a thing of our own by one of them would hide it. */
const BUILT_IN = /^\.(to|is|from|group|with|find|check|copy|at$)[A-Z]/;

describe('the search itself', () => {
	const scripts = (text: string) => [...readIn(text)].filter(([, lacking]) => lacking.length > 0).map(([what]) => what);
	it('finds what is new to an old thing, by its name or by what it is read from', () => {
		expect(scripts('words.toWellFormed()')).toEqual(['.toWellFormed']);
		expect(scripts('Map.groupBy(all, of)')).toEqual(['Map.groupBy']);
		expect(scripts('AbortSignal.any([a])')).toEqual(['AbortSignal.any']);
		expect(scripts('block.checkVisibility()')).toEqual(['.checkVisibility']);
		expect(scripts('const { withResolvers } = Promise')).toEqual(['.withResolvers']);
		expect(scripts('map.values().map(of)')).toEqual(['values().map']);
		expect(scripts('one.union(other)')).toEqual(['.union']);
		expect(scripts('/[\\p{L}--[a-z]]/v')).toEqual(['/…/v']);
		expect(scripts('find("p:not(:has(li))")')).toEqual(["':has()'"]);
		expect(scripts('Object.values(one).map(of).toSorted().findLast(is)')).toEqual([]);
	});

	it('finds what is new to sheets and pages', () => {
		const sheets = (text: string) =>
			[...askedIn(text)].filter(([, lacking]) => lacking.length > 0).map(([what]) => what);
		expect(sheets('a{color:light-dark(red,blue)}')).toEqual(['light-dark()']);
		expect(sheets('.a:has(b){color:red}')).toEqual([':has']);
		expect(sheets('a:hover{inset:0;margin:0 auto}')).toEqual([]);
		expect([...writtenIn('<div popover class="a">')].filter(([, lacking]) => lacking.length > 0)).toHaveLength(1);
	});
});
