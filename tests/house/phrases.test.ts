import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas } from '../../src/lib/i18n/areas.ts';

/** What was said once, and said the wrong thing: never again, in this language, on any screen or page. */
type Phrase = readonly [said: RegExp, because: string];

/** A clause with a question mark, then what happens, is read as a question that nobody answers. */
const IF_AS_QUESTION =
	/\b(?:(?:Nobody|Does nobody) (?:opens?|answers?)|No answer|Is there no answer|Still nothing)\b[^.?]*\?/;

const english: Phrase[] = [
	[/\b(not|never) (get|be) in(to)? trouble/i, 'an order to the child: nobody may punish them'],
	[/(?<!what )\byou must(n’t)?\b|\byou should (know|help)\b/i, 'an order to the child, where a right is meant'],
	[/(?<!is )\bnobody listen(s|ing)\b/i, 'the very complaint: nobody can hear'],
	[/\bonly hold you to keep people safe\b/i, 'the law also knows serious damage'],
	[/\bdo(es)? not deal with it\b/i, 'the law has an exception: somebody else should'],
	[IF_AS_QUESTION, 'write "If nobody …"'],
	[/\bgets? in trouble\b/i, 'somebody punishes'],
	[/\b(did|do|does) not go\b/i, 'was not sent'],
	[/\bneeds? you\b/i, 'what should they do?'],
	[/keeps more between you/i, 'Childline tells other people less often'],
	[/\bWhom\b/, 'nobody says it'],
	[
		/\b(goes|went|go) (later|by itself|on to|without them|again)\b|\bon their way\b|\bcalled off\b/i,
		'like post: is sent'
	],
	[
		/^(Forgot|Did you (forget|move)|Deaf|Was this a mistake|Do you (work here|want a copy))\b[^.?]*\?\s/,
		'write "If you …"'
	]
];

const phrases: Record<string, Phrase[]> = {
	en: english,
	'en-easy': english,
	cy: [
		[/\bRhaid i ti\b|\b[Dd]ylet ti (wybod|helpu)\b/, 'an order to the child, where a right is meant'],
		[/cadw mwy rhyngoch/, 'Childline tells others less often'],
		[/\bdrwbwl\b/, 'an order to the child: chaiff neb dy gosbi'],
		[/\bheb neb yn gwrando|nad oes neb yn gwrando\b/, 'the very complaint: lle na all neb dy glywed'],
		[/\b(tan|o|ar|yn ôl) dydd\b/i, 'softens: ddydd'],
		[/\b(tan|o|ar|yn ôl|\w+wyd) \{\{(day|when|until|from)\}\}/i, 'softens: {{day, soft}}'],
		[/\b(fy|dy|am|at|gen ti|’n|yn) \{\{keyWorker\}\}/i, 'would soften the home’s own word'],
		[/[cg]ymryd (y )?lle(?! (\{\{|rhywun|neb))/, 'takes place: llenwi i mewn'],
		[/\bangen ti\b/, 'no Welsh: edrycha arno'],
		[/\bdabled hon\b|\bllechen\b/, 'one word: y tabled hwn'],
		[/(^|\. )Aros \{\{|(^|\. )Aros (am|funud)/, 'a command: arhosa']
	],
	ar: [
		[/(^|[:.،] )و?يجب (ألا تقع|أن (تقول|تعرف|تحصل|تساعد) )/, 'an order to the child, where a right is meant'],
		[
			/قبل \{\{(day|when)\}\}|(?<!من )قبل$|يسمع .* حتى$|حتى أي يوم/,
			'before or until the day, where a promise is by it: في موعد أقصاه'
		],
		[/لا يسمعك أحد/, 'the very complaint: لا يستطيع أحد آخر سماعك'],
		[/تكتم Childline/, 'it tells others less often'],
		[/إذا [^.،؟]*؟ (?!\*)/, '"if" with a question mark is no sentence'],
		[/\{\{time\}\} أخرى/, 'does not agree with a count: من ذلك'],
		[/لأن:/, 'no clause follows: السبب:'],
		[/مناصر/, 'one word for an advocate: مدافع'],
		[/المسؤول عن البيت|مدير البيت/, 'one word for the manager: المدير'],
		[/تم (سؤال|الإمساك)/, 'stiff, and means something else']
	]
};

interface Page {
	[key: string]: string | Page;
}
const said = (words: Page): string[] =>
	Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : said(value)));

const linesOf = (lang: string): string[] => [
	...globSync(`src/lib/i18n/locales/${lang}/*.json`).flatMap((file) => said(JSON.parse(readFileSync(file, 'utf8')))),
	...globSync(`src/content/*/${lang}/*.md`).flatMap((file) => readFileSync(file, 'utf8').split('\n'))
];

describe.each(Object.entries(phrases))('%s', (lang, never) => {
	const lines = linesOf(lang);

	it('is looked at whole', () => {
		expect(lines.length).toBeGreaterThan(1500);
	});

	it.each(never)('never says %s: %s', (pattern) => {
		expect(lines.filter((line) => pattern.test(line))).toEqual([]);
	});
});

it('the made-up home says it right, too: children read its guide as an example', () => {
	const seed = readFileSync('supabase/seed.sql', 'utf8').match(/"words": "[^"]*"/g) ?? [];
	expect(seed.length).toBeGreaterThan(20);
	expect(seed.filter((words) => english.some(([pattern]) => pattern.test(words)))).toEqual([]);
});

it('a day that begins a line begins with a large letter, in Welsh too', () => {
	const components = globSync('src/**/*.svelte');
	expect(components.length).toBeGreaterThan(300);
	const bare = components.filter((file) =>
		/(<(p|b|span|li)\b[^>]*>|<br \/>)\{say(Day|Date|When)\(/.test(readFileSync(file, 'utf8'))
	);
	expect(bare).toEqual([]);
});

it('in Welsh adults are called chi: ti is for children', () => {
	const seenByChildren: readonly string[] = [...areas.door, ...areas.my, ...areas.join, ...areas.here, ...areas.public];
	const adults = [...new Set<string>([...areas.work, ...areas.home])].filter((page) => !seenByChildren.includes(page));
	expect(adults.length).toBeGreaterThan(10);
	const lines = adults.flatMap((page) =>
		said(JSON.parse(readFileSync(`src/lib/i18n/locales/cy/${page}.json`, 'utf8')))
	);
	const isFamiliar = (line: string) =>
		/\b(ti|wyt|dy|[Dd]wed|[Cc]ymer)\b|\w(aist|est) ti\b/.test(line.replaceAll(/“[^”]*”|^Er enghraifft:.*/g, ''));
	expect(lines.filter(isFamiliar)).toEqual([]);
});
