import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, refusal } from '../testing/maple.ts';
import type { Line, Section } from '../view.ts';

const line: Line = { kind: 'line', words: 'The bell rings twice.', symbol: 'home', number: null };
const ring: Line = { kind: 'ring', words: 'The office', symbol: null, number: '01632 960001' };
const publish: CallArgs['publish_section'] = { id: 'new', section: 'fire', lines: [line], review_by: '2027-03-01' };
const version = (id: string, more: Partial<Section> = {}): Section => ({
	...{
		id,
		section: 'fire',
		lines: [line],
		review_by: '2027-01-01',
		author_id: 'pat',
		at: hours(-9),
		approved_by: null
	},
	in_force: true,
	...more
});
const complain = (id: string, more: Partial<Section> = {}) =>
	version(id, { section: 'complaints', in_force: false, ...more });
const states = (sections: Section[]) => sections.map(({ id, in_force }) => `${id}${in_force ? ' in force' : ''}`);

describe('a section of the guide', () => {
	const why = (more: Partial<CallArgs['publish_section']>, me = 'pat', sections: Section[] = []) =>
		refusal(mapleAs(me, { sections }), 'publish_section', { ...publish, ...more });

	it('is the manager’s to write', () => {
		expect(why({})).toBeNull();
		for (const other of ['robin', 'jo', 'morgan']) expect(why({}, other)).toBe('not_yours');
		expect(why({}, 'pat', [version('new')])).toBe('already_there');
	});

	it('is made of short lines of a known kind', () => {
		expect(why({ lines: [line, ring, { ...line, kind: 'head', symbol: null }] })).toBeNull();
		for (const wrong of [
			...[
				{ ...line, words: '\n' },
				{ ...line, words: 'x'.repeat(301) },
				{ ...line, symbol: '<svg>' }
			],
			...[
				{ ...ring, number: 'javascript:' },
				{ ...ring, number: '1' },
				{ ...ring, number: 5 },
				{ ...ring, number: null }
			]
		])
			expect(why({ lines: [wrong as Line] })).toBe('bad_lines');
		for (const none of [
			null,
			5,
			{ words: 'x' },
			{ ...line, words: 5 },
			{ ...line, symbol: 5 },
			{ ...line, kind: 'page' },
			{ ...line, number: '999' }
		])
			expect(why({ lines: [none as Line] })).toBe('bad_lines');
		expect(why({ lines: Array.from({ length: 100 }, () => line) })).toBeNull();
		expect(why({ lines: Array.from({ length: 101 }, () => line) })).toBe('bad_lines');
	});

	it('is looked at again within a year', () => {
		expect(why({ review_by: NOW.slice(0, 10) })).toBeNull();
		expect(why({ review_by: '2026-11-30' })).toBe('bad_review_by');
		expect(why({ review_by: '2028-02-01' })).toBe('bad_review_by');
	});

	it('can be taken away, but for the four parts that the law asks for', () => {
		expect(why({ lines: [] })).toBeNull();
		for (const section of ['expect', 'support', 'complaints', 'advocate'] as const)
			expect(why({ section, lines: [] })).toBe('section_empty');
	});

	it('takes the place of the one before, which adults still see', () => {
		const sections = [version('now'), version('once', { in_force: false, at: hours(-20) })];
		const changed = after(mapleAs('pat', { sections }), 'publish_section', publish).sections;
		expect(states(changed)).toEqual(['new in force', 'now', 'once']);
		expect(changed[0]).toEqual(version('new', { at: NOW, review_by: '2027-03-01' }));
		const mixed = after(mapleAs('pat'), 'publish_section', {
			...publish,
			lines: [line, { ...ring, number: '(01632) 960001' }]
		});
		expect(mixed.sections[0]?.lines.map(({ number }) => number)).toEqual([null, '01632 960001']); // as it will be rung
		const more = [...sections, version('long ago', { in_force: false, at: hours(-30) })];
		const kept = after(mapleAs('pat', { sections: more }), 'publish_section', publish).sections;
		expect(states(kept)).toEqual(['new in force', 'now', 'once']);
	});
});

describe('how to complain', () => {
	const why = (me: string, sections: Section[], id = 'new') =>
		refusal(mapleAs(me, { sections }), 'approve_section', { version: id });

	it('waits for a second adult, and what was in force stays so', () => {
		const was = complain('was', { in_force: true, approved_by: 'jo' });
		const view = mapleAs('pat', { sections: [was, version('fire')] });
		const { sections } = after(view, 'publish_section', { ...publish, section: 'complaints' });
		expect(states(sections)).toEqual(['new', 'was in force', 'fire in force']);
	});

	it('is approved by an adult who did not write it, and only as it was written last', () => {
		expect(why('jo', [complain('new')])).toBeNull();
		expect(why('pat', [complain('new')])).toBe('section_not_approved');
		expect(why('robin', [complain('new')])).toBe('section_not_approved');
		expect(why('jo', [complain('new', { approved_by: 'lou' })])).toBe('section_not_approved');
		expect(why('jo', [complain('new'), complain('newer', { at: hours(-1) })])).toBe('section_not_approved');
		expect(why('jo', [])).toBe('section_not_approved');
	});

	it('is in force from then on', () => {
		const sections = [
			complain('new'),
			complain('was', { in_force: true, approved_by: 'lou', at: hours(-20) }),
			version('fire')
		];
		const approved = after(mapleAs('jo', { sections }), 'approve_section', { version: 'new' }).sections;
		expect(states(approved)).toEqual(['new in force', 'was', 'fire in force']);
		expect(approved[0]?.approved_by).toBe('jo');
	});
});
