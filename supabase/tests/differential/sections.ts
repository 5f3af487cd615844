import type { CallArgs } from '../../../src/lib/domain/calls.ts';
import { NUMBERS } from '../../../src/lib/domain/testing/numbers.ts';
import { SECTIONS as KEYS } from '../../../src/lib/domain/vocabulary/sections.ts';
import { type Line } from '../../../src/lib/domain/view.ts';
import { newId, oneOf, type Writer } from './saying.ts';

const LINES: Line[] = [
	{ kind: 'line', words: 'Tea is at five.', symbol: 'home', number: null },
	{ kind: 'head', words: 'At night', symbol: null, number: null },
	{ kind: 'ring', words: 'The office', symbol: null, number: '01632 960001' }
];
const ringing = (number: string): Line => ({ kind: 'ring', words: 'The office', symbol: null, number });
const BAD: Line[] = [
	{ kind: 'line', words: '\n', symbol: null, number: null },
	{ kind: 'line', words: 'x'.repeat(301), symbol: null, number: null },
	{ kind: 'head', words: 'x', symbol: 'No symbol', number: null },
	{ kind: 'ring', words: 'x', symbol: null, number: 'nobody' }
];

/** What the home adds to the guide. */
export const SECTIONS = {
	publish_section: (writer: Writer): CallArgs['publish_section'] => {
		const { random, now } = writer;
		const day = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
		const written = random.once(3) ? ringing(random.pick(NUMBERS)[0]) : random.pick(random.once(6) ? BAD : LINES);
		const lines = random.once(4) ? [] : [written];
		return {
			id: newId(writer),
			section: random.pick(random.once(2) ? (['complaints', 'fire'] as const) : KEYS),
			lines: random.once(30) ? Array.from({ length: 101 }, () => random.pick(LINES)) : lines,
			review_by: random.once(9) ? random.pick(['soon', day(-3), day(405)]) : day(90)
		};
	},
	approve_section: (writer: Writer) => ({
		version: oneOf(
			writer,
			writer.view.sections.filter(({ section }) => section === 'complaints' || writer.random.once(9))
		)
	}),
	mark_unclear: (writer: Writer): CallArgs['mark_unclear'] => {
		const { random, view } = writer;
		const ours = random.once(2) && view.sections.length > 0 ? random.pick(view.sections) : null;
		const page =
			ours && !random.once(9) ? `home/${ours.section}` : random.pick(['night', 'guide#fire', 'help', 'home/secrets']);
		return { id: random.id(), page, version: ours?.id ?? null };
	}
};
