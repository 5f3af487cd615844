import { expect, it } from 'vitest';
import { hours, mapleAs, NOW } from '../testing/maple.ts';
import { LEGAL_SECTIONS } from '../vocabulary/sections.ts';
import { type Section, type SectionKey } from '../view.ts';
import { stepsOf } from './first-steps.ts';

const section = (key: SectionKey, in_force = true): Section => ({
	...{ id: key, section: key, review_by: '2027-01-01', author_id: 'pat', at: hours(-9), approved_by: null, in_force },
	lines: [{ kind: 'line', words: 'x', symbol: null, number: null }]
});
const isDone = (sections: Section[]) =>
	stepsOf(mapleAs('pat', { sections }), NOW).find(({ name }) => name === 'guide')?.done;

it('a new home’s guide is written once children read all four parts that the law asks for', () => {
	const all = LEGAL_SECTIONS.map((key) => section(key));
	expect(isDone([])).toBe(false);
	expect(isDone(all.slice(1))).toBe(false);
	expect(isDone([...all.slice(1), section('expect', false)])).toBe(false); // it waits for a second adult
	expect(isDone(all)).toBe(true);
});
