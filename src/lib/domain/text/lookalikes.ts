/**
 * What reads like a Latin letter: its other case, small capitals, and letters of other scripts, after the compatibility form has
 * taken away accents, circles and full width. From Unicode's table of confusables (UTS 39), of it what a name could be
 * written with. I, l and 1 are one, as are O and 0: a child who reads slowly takes them for each other. Greek goes by its
 * capitals, which names begin with. The database's copy, made from this one: private.name_form.
 */
const LIKE: Record<string, string> = {
	a: 'A\u0251\u1d00\u0391\u03b1\u0410\u0430\u13aa\ua4ee',
	b: 'B\u0299\u0392\u03b2\u0412\u0432\u042c\u044c\u13f4\ua4d0',
	c: 'C\u1d04\u0421\u0441\u13df\ua4da',
	d: 'D\u00d0\u00f0\u0110\u0111\u1d05\u0500\u0501\u13a0\ua4d3',
	e: 'E\u1d07\u0395\u03b5\u0415\u0435\u13ac\ua4f0',
	f: 'F\u0192\ua730\u03dc\u03dd\ua4dd',
	g: 'G\u0261\u0262\u050c\u050d\u13c0\ua4d6',
	h: 'H\u0126\u0127\u029c\u0397\u03b7\u041d\u043d\u04ba\u04bb\u13bb\ua4e7',
	i: 'IlL1|\u0131\u0141\u0142\u01c0\u026a\u029f\u0399\u03b9\u0406\u0456\u04c0\u04cf\u13a5\u13de\ua4e1\ua4f2',
	j: 'J\u1d0a\u037f\u03f3\u0408\u0458\u13ab\ua4d9',
	k: 'K\u0138\u1d0b\u039a\u03ba\u041a\u043a\u13e6\ua4d7',
	m: 'M\u1d0d\u039c\u03bc\u041c\u043c\u13b7\ua4df',
	n: 'N\u0274\u039d\u03bd\ua4e0',
	o: 'O0\u00d8\u00f8\u1d0f\u039f\u03bf\u041e\u043e\u0555\u0585\ua4f3',
	p: 'P\u1d18\u03a1\u03c1\u0420\u0440\u13e2\ua4d1',
	q: 'Q\u051a\u051b',
	r: 'R\u0280\u0413\u0433\u13a1\ua4e3',
	s: 'S\ua731\u0405\u0455\u054f\u057f\u13da\ua4e2',
	t: 'T\u1d1b\u03a4\u03c4\u0422\u0442\u13a2\ua4d4',
	u: 'U\u1d1c\u054d\u057d\ua4f4',
	v: 'V\u1d20\u0474\u0475\u13d9\ua4e6',
	w: 'W\u1d21\u051c\u051d\u13b3\ua4ea',
	x: 'X\u03a7\u03c7\u0425\u0445\ua4eb',
	y: 'Y\u028f\u03a5\u03c5\u0423\u0443\u04ae\u04af\u13bd\ua4ec',
	z: 'Z\u1d22\u0396\u03b6\u13c3\ua4dc',
	// The case of other letters, and Arabic ones that differ by keyboard
	'\u00e6': '\u00c6', // æ
	'\u0153': '\u0152', // œ
	'\u00fe': '\u00de', // þ
	'\u014b': '\u014a', // ŋ
	'\u0259': '\u018f', // ə
	'\u0283': '\u01a9', // ʃ
	'\u03c3': '\u03a3\u03c2', // sigma
	'\u0643': '\u06a9', // kaf
	'\u0647': '\u0629\u06c1\u06d5', // heh
	'\u064a': '\u0649\u06cc' // yeh
};

/** Runs of capitals, and of the small letters that they are the capitals of. */
const CASES = [
	[0x393, 0x394, 0x3b3],
	[0x398, 0x398, 0x3b8],
	[0x39b, 0x39b, 0x3bb],
	[0x39e, 0x39e, 0x3be],
	[0x3a0, 0x3a0, 0x3c0],
	[0x3a6, 0x3a6, 0x3c6],
	[0x3a8, 0x3a9, 0x3c8],
	[0x402, 0x402, 0x452],
	[0x404, 0x404, 0x454],
	[0x409, 0x40b, 0x459],
	[0x40f, 0x40f, 0x45f],
	[0x411, 0x411, 0x431],
	[0x414, 0x414, 0x434],
	[0x416, 0x418, 0x436],
	[0x41b, 0x41b, 0x43b],
	[0x41f, 0x41f, 0x43f],
	[0x424, 0x424, 0x444],
	[0x426, 0x42b, 0x446],
	[0x42d, 0x42f, 0x44d],
	[0x490, 0x490, 0x491],
	[0x531, 0x54c, 0x561],
	[0x54e, 0x54e, 0x57e],
	[0x550, 0x554, 0x580],
	[0x556, 0x556, 0x586]
] as const;

/** Where an alphabet in white on black begins, in circles and in squares; and the letters that flags are made of. */
const BOXED = [0x1f150, 0x1f170, 0x1f1e6];

const char = (code: number): string => String.fromCodePoint(code);
const letters = Array.from({ length: 26 }, (_, at) => char(0x61 + at));
const plain = (letter: string): string => ('il'.includes(letter) ? 'i' : letter);

/** Each character that is read as another one: from, to. */
export const LOOKALIKES: readonly (readonly [string, string])[] = [
	...Object.entries(LIKE).flatMap(([to, from]) => [...from].map((one) => [one, to] as const)),
	...CASES.flatMap(([first, last, to]) =>
		Array.from({ length: last - first + 1 }, (_, at) => [char(first + at), char(to + at)] as const)
	),
	...BOXED.flatMap((first) => letters.map((letter, at) => [char(first + at), plain(letter)] as const))
];

/** What does not tell two names apart: spaces, small signs, accents, vowel points, and what makes an Arabic word longer. */
export const DROPPED =
	'0020-002f 003a-0040 005b-0060 007b 007d-007e 00a8 00af 00b4 00b7-00b8 02b0-02ff 0300-036f 0483-0487 0591-05c7 ' +
	'0610-061a 0640 064b-065f 0670 06d6-06ed 1ab0-1aff 1dc0-1dff 200c-200d 2010-2027 2030-205e 20d0-20f0 fe20-fe2f';
