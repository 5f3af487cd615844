import type { Call } from '../../../src/lib/domain/calls.ts';
import type { Random } from './random.ts';

const DAYS = [
	'infinity',
	'-infinity',
	'now',
	'epoch',
	'today',
	'9999-12-31',
	'0044-03-15 BC',
	'5874897-01-01',
	'2027-02-30'
];
const TIMES = [
	'2027-01-01T10:00',
	'2027-01-01T24:00:00Z',
	'2027-02-29T10:00:00Z',
	'12027-01-01T10:00:00Z',
	'1999-01-01T10:00:00Z'
];
const IDS = ['', 'bike', '6F8D7A6E-0A7E-4C39-9D3A-0D6A1D6C7E11', '{6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11}'];
const OTHER = [
	{ a: 1 },
	{},
	[],
	[5, null],
	[null],
	['x'],
	[{ words: 'x' }],
	7,
	-1,
	1.5,
	1e9,
	true,
	false,
	null,
	' ',
	'٢٠٢٧-٠١-٠١'
];
const LABELS = [{ session: 5 }, { session: ' ' }, { day: 'x' }, { session: ['x'] }];
const MEETINGS = [
	...[
		{ parts: [], there: [], not_there: [] },
		{ parts: {}, there: [], not_there: [], how: null }
	],
	...[
		{ parts: [null], there: [[]], not_there: 'x', how: null },
		{ parts: [], there: [], not_there: [], how: ['bit'] }
	]
];
const ABOUT = [{ parts: null }, { parts: [{ part: 'one', symbol: [], words: 'x' }] }, { parts: [[]], more: 1 }];
const LINES = [[{ kind: 'line', words: { a: 1 }, symbol: null, number: null }], [{ kind: 'head', words: 'x' }], ['x']];

/** The same call with one argument that is not what it should be, one too many, or one too few. */
export function spoilt(random: Random, call: Call): Call {
	const whole = Object.entries<unknown>({ ...call.args });
	const [name] = whole.length > 0 ? random.pick(whole) : ['hide'];
	const how = random.pick(['more', 'less', 'other', 'other', 'other', 'other', 'other']);
	const others = whole.filter(([one]) => one !== name || how === 'more');
	const value = random.pick<unknown>(
		random.pick<readonly unknown[]>([DAYS, TIMES, IDS, OTHER, LABELS, LINES, MEETINGS, ABOUT])
	);
	const changed = { more: [['hide', value]], less: [], other: [[name, value]] }[how] ?? [];
	const args: unknown = Object.fromEntries([...others, ...changed]);
	return { ...call, args } as Call;
}
