import contacts from '../../src/content/contacts.json' with { type: 'json' };
import type { Nation } from '../../src/lib/domain/vocabulary/home.ts';
import { laws, NO_LAW, TIME } from './facts.ts';
import { blocksOf, files, sentencesIn, textsOf, type File } from './pages.ts';
import { sentencesOf } from './reading.ts';
import type { Finding } from './rules.ts';

type Rule = (file: File) => { say: string; mend: string }[];

/** Bodies and words of one nation's law that must not stand on the pages of another. In each language, as a page would say it. */
export const WORDS: Record<Nation, RegExp> = {
	england:
		/\bOfsted\b|Help at Hand|Coram|\bBecome\b|Local Government and Social Care|\bLADO\b|\bEHC\b|Regulation 44|Section 20|[Vv]irtual school|[Mm]onthly visitor|ymwelydd misol|الزائر الشهري|in England|yn Lloegr|في إنجلترا/,
	wales:
		/Care Inspectorate Wales|Arolygiaeth Gofal|\bMeic\b|Public Services Ombudsman for Wales|Commissioner for Wales|Comisiynydd Plant Cymru|[Ll]ink worker|dolen gyswllt|in Wales|yng Nghymru|في ويلز/,
	scotland:
		/Care Inspectorate(?! Wales)|Who Cares|Scottish|[Ss]afeguarder|the Reporter|[Cc]hildren’s hearing|Commissioner Scotland|The Promise|in Scotland|yn yr Alban|في اسكتلندا/,
	northern_ireland:
		/\bRQIA\b|\bNICCY\b|\bVOYPIC\b|\bTrusts?\b|Lifeline|Patient and Client|in Northern Ireland|Ngogledd Iwerddon/
};
/** A word of two nations' law, and whose it is not. */
const SHARED: readonly (readonly [word: RegExp, not: readonly Nation[]])[] = [
	[/\bIRO\b|Independent Reviewing|Adolygu Annibynnol/, ['scotland', 'northern_ireland']],
	[/(?<!Client )\b[Cc]ouncils?\b(?! in another)|البلدية|بلديتك/, ['northern_ireland']]
];
/** Where a page tells which nations it is not about, or is about Sayso. */
const TELLS_OF_OTHERS = ['about'];

const ofOthers: Rule = ({ nation, leaf }) => {
	const wrong = Object.entries(WORDS).filter(([other]) => other !== nation);
	const never = [
		...wrong.map(([, word]) => word),
		...SHARED.filter(([, not]) => not.includes(nation)).map(([word]) => word)
	];
	if (TELLS_OF_OTHERS.includes(leaf.name)) return [];
	return [...textsOf(leaf), ...officialsOf(leaf)]
		.filter((text) => never.some((word) => word.test(text)))
		.map((text) => ({ say: `This is said of another nation: “${text}”`, mend: 'Say what holds here, or nothing.' }));
};

const officialsOf = ({ parts }: File['leaf']): string[] =>
	parts.flatMap(({ official = '', forms = [] }) => [official, ...forms]).filter((text) => text !== '');

/** Whose numbers may stand on the pages of a nation. */
export const rings = (nation: Nation, of: string): boolean =>
	of === 'uk' || of === nation || (of === 'england_and_wales' && (nation === 'england' || nation === 'wales'));

const numbers: Rule = ({ nation, leaf }) =>
	blocksOf(leaf)
		.flatMap((block) => (block.kind === 'people' ? block.ids : []))
		.filter((id) => !rings(nation, contacts.find((one) => one.id === id)?.nation ?? ''))
		.map((id) => ({ say: `This number is not of here: ${id}`, mend: 'Look at its nation in contacts.json.' }));

/** A sentence that says what somebody must do. What adults must do where somebody might be hurt, Sayso says everywhere, of itself. */
const BINDS = /\b(must|may only|may not(?! always)|nobody may|only for (this|these) reasons?|by law|the law)\b/i;
const NO_LINE_OF_LAW =
	/might (get|be) hurt|being hurt|life is in danger|must not eat|^A judge says|^Then they must tell someone|the law is not the same|Things that adults|Things every child|^What adults must/i;
const binds = (sentence: string): boolean =>
	TIME.test(sentence) || (BINDS.test(sentence) && !NO_LINE_OF_LAW.test(sentence));

/** What a page says of the law has its row: a line of its own names it, one of England's is said by a row of this nation too. */
const founded: Rule = ({ nation, lang, leaf, facts }) => {
	if (lang !== 'en' || NO_LAW.includes(leaf.name)) return [];
	const rows = laws.filter((row) => row.nation === nation && row.on.includes(leaf.name));
	const lines = sentencesIn(leaf);
	const lost = facts.flatMap(({ ids, words }) =>
		ids
			.filter((id) => !rows.some((row) => row.id === id && words.includes(row.says)))
			.map((id) => ({
				say: `The row “${id}” of laws.json does not say this, or not on this page: “${words}”`,
				mend: 'A row says the sentence as it stands, its pages and where it stands in the law.'
			}))
	);
	const bare = lines.flatMap((line) =>
		sentencesOf(line)
			.filter(binds)
			.filter((sentence) => !rows.some(({ says }) => says.includes(sentence) && line.includes(says)))
			.map((sentence) => ({
				say: `Nothing says where this stands: “${sentence}”`,
				mend: 'End the line with {law …}, the id of its row in laws.json. If there is no source, do not say it.'
			}))
	);
	return [...lost, ...bare];
};

/** A line of a nation's own that has a row names it. */
const named: Rule = ({ nation, lang, leaf, facts, shared }) => {
	if (lang !== 'en') return [];
	const rows = laws.filter((row) => row.nation === nation && row.on.includes(leaf.name));
	const own = { ...leaf, parts: leaf.parts.filter((part) => !shared.includes(part)) };
	return sentencesIn(own)
		.filter((line) => rows.some(({ says }) => line.includes(says)))
		.filter((line) => !facts.some(({ words }) => line === words))
		.map((line) => ({ say: `This line does not name its row: “${line}”`, mend: 'End it with {law …}.' }));
};

const RULES: readonly Rule[] = [ofOthers, numbers, founded, named];

/** What must be mended on the pages of the nations beside England. */
export const ofNations = (): Finding[] =>
	files
		.filter(({ nation }) => nation !== 'england')
		.flatMap((file) => RULES.flatMap((rule) => rule(file).map((found) => ({ file: file.file, ...found }))));
