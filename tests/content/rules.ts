import contacts from '../../src/content/contacts.json' with { type: 'json' };
import laws from '../../src/content/laws.json' with { type: 'json' };
import { drawings } from '../../src/lib/ui/symbols/icons.ts';
import { pictures } from '../../src/lib/ui/symbols/symbols.ts';
import { ofNations } from './nations.ts';
import { blocksOf, files, textsOf, type File } from './pages.ts';
import { isEasy, sentencesOf, wordsOf } from './reading.ts';

/** Something to mend, in words for whoever wrote the page. */
export interface Finding {
	file: string;
	say: string;
	mend: string;
}

const known = new Set<string>([...drawings, ...Object.keys(pictures)]);
/** A page that is England's as it stands is looked at there; what another nation's must say of itself is in nations.ts. */
const written = files.filter(({ isOwn }) => isOwn);
const shown = contacts.filter(({ status }) => status === 'ok' || status === 'recheck').map(({ id }) => id);
const english = files.filter(({ lang }) => lang === 'en');
const twinOf = ({ nation, leaf }: File): File | undefined =>
	english.find((one) => one.nation === nation && one.leaf.name === leaf.name);
const isEnglish = ({ lang }: File): boolean => lang === 'en' || lang === 'en-easy';

type Rule = (file: File) => { say: string; mend: string }[];

const readable: Rule = ({ problems }) => [...problems];

const shortSentences: Rule = (one) => {
	const most = isEnglish(one) ? 12 : 16; // other languages need more words for the same
	return textsOf(one.leaf)
		.flatMap(sentencesOf)
		.filter((sentence) => wordsOf(sentence).length > most)
		.map((sentence) => ({
			say: `A sentence has ${wordsOf(sentence).length} words: “${sentence}”`,
			mend: `Make two sentences of it. ${most} words are the most.`
		}));
};

const pictured: Rule = ({ leaf }) => {
	const used = [
		leaf.picture,
		...blocksOf(leaf)
			.flatMap((block) => ('ideas' in block ? block.ideas : []))
			.map(({ picture }) => picture)
	];
	return used
		.filter((name) => name !== '' && !known.has(name))
		.map((name) => ({
			say: `There is no picture called “${name}”.`,
			mend: `Pick one of: ${[...known].sort().join(', ')}.`
		}));
};

const alive: Rule = ({ nation, lang, leaf }) => {
	const there = files.filter((one) => one.nation === nation && one.lang === lang);
	const links = blocksOf(leaf).flatMap((block) => {
		if (block.kind === 'ways') return block.ways.map(({ to }) => to);
		const said = 'ideas' in block ? block.ideas.flatMap(({ words }) => words) : 'words' in block ? block.words : [];
		return said.flatMap((piece) => (typeof piece === 'object' && 'to' in piece ? [piece.to] : []));
	});
	const people = blocksOf(leaf).flatMap((block) => (block.kind === 'people' ? block.ids : []));
	return [
		...links
			.filter((to) => {
				const [page, part] = to.split('#');
				const found = there.find((one) => one.leaf.name === page);
				return !found || (part && !found.leaf.parts.some(({ id }) => id === part));
			})
			.map((to) => ({
				say: `This link leads nowhere: ${to}`,
				mend: 'Write the name of a page as its file is called, without .md.'
			})),
		...people
			.filter((id) => !shown.includes(id))
			.map((id) => ({
				say: `Nobody may see “${id}” yet, or nobody is called so.`,
				mend: 'Look in contacts.json. What is on hold must be checked first.'
			}))
	];
};

/** What a page is made of, in order. Easy Read has one idea a row, so there the rows of a part are only counted as one. */
const shapeOf = ({ leaf }: File, rows: boolean): string[] => [
	leaf.talk ? `talk: ${leaf.talk.join(', ') || 'yes'}` : 'no talk',
	...leaf.parts.flatMap(({ id, blocks }) => [
		`the part {#${id}}`,
		...blocks.map((block) => {
			if ('ideas' in block) return rows ? `rows with ${block.ideas.map(({ picture }) => picture).join(', ')}` : 'rows';
			if (block.kind === 'ways') return `links to ${block.ways.map(({ to }) => to).join(', ')}`;
			return block.kind === 'people' ? `people: ${block.ids.join(', ')}` : block.kind;
		})
	])
];

/** A translation has the same parts in the same order: else something is missing, or English stands beside the wrong row. */
const whole: Rule = (one) => {
	const twin = twinOf(one);
	if (!twin)
		return [{ say: 'English has no such page.', mend: 'Write it in england/en first, or take this one away.' }];
	const [mine, theirs] = [one, twin].map((file) => [...shapeOf(file, one.lang !== 'en-easy'), 'the end']);
	const place = mine?.findIndex((part, index) => part !== theirs?.[index]) ?? -1;
	if (place < 0) return [];
	const say = `It is not built like the English page. Here comes ${mine?.[place]}; in English ${theirs?.[place] ?? 'nothing'}.`;
	return [{ say, mend: 'Give it the same headings, rows, pictures and links, in the same order.' }];
};

const toneful: Rule = (one) => {
	const texts = textsOf(one.leaf);
	const found = (pattern: RegExp, mend: string) =>
		texts.filter((text) => pattern.test(text)).map((say) => ({ say: `“${say}”`, mend }));
	const short = /\b\w+[’'](t|re|ll|ve|d|m)\b|\b(it|that|he|she|there|what|who|let|here|where)[’']s\b/i;
	return [
		...found(/!|\p{Extended_Pictographic}/u, 'No exclamation marks and no emoji: say it with words and a picture.'),
		...(isEnglish(one)
			? found(
					/\b(confidential(?!ity)|anonymous|just these|only these|oops)\b/i,
					'Do not promise what adults cannot keep.'
				)
			: []),
		...(one.lang === 'en-easy' ? found(short, 'Easy Read has no short forms: write “cannot”, “it is”.') : [])
	];
};

/** Whoever looks for help, complains or reads who is told what leaves no trace of it: not even a way to leave one. */
const NEVER = /^(help|complain|letter|slip|advocate|rights|privacy|records|people|find|words|about)$/;
const quiet: Rule = ({ leaf: { name, talk, parts } }) => {
	const mend = 'Take it out of the line “talk” in the card at the top.';
	const wrong = (talk ?? []).filter((id) => NEVER.test(id) || !parts.some((part) => part.id === id));
	return [
		...(talk && NEVER.test(name) ? [{ say: 'Nobody marks this page or puts it on a list.', mend }] : []),
		...wrong.map((id) => ({ say: `Nobody marks this part, or there is none: ${id}`, mend }))
	];
};

const RULES: readonly Rule[] = [readable, shortSentences, pictured, alive, whole, toneful, quiet];

/** Everything that must be mended before the pack may be shown. */
export const findings = (): Finding[] => [
	...written.flatMap((file) => RULES.flatMap((rule) => rule(file).map((found) => ({ file: file.file, ...found })))),
	...missing(),
	...ofNations()
];

/** England has each page in each language; another nation has what it changes in each of its own. */
function missing(): Finding[] {
	return files.flatMap(({ nation, lang, file, leaf, isOwn }) => {
		const inEnglish = files.find((one) => one.nation === nation && one.lang === 'en' && one.leaf.name === leaf.name);
		return isOwn || lang === 'en' || !inEnglish?.isOwn
			? []
			: [{ file, say: 'This page is missing.', mend: 'Copy the English one and translate it.' }];
	});
}

/** Facts that nobody has looked at for 90 days: staff are told, nothing breaks. */
export function stale(today: Date): { id: string; days: number; why: string }[] {
	const all = [
		...contacts.map(({ id, checked_on, why = '' }) => ({ id, checked_on, why })),
		...laws.map(({ says, source, checked_on }) => ({ id: says, checked_on, why: source }))
	];
	return all
		.map(({ id, checked_on, why }) => ({
			id,
			days: Math.floor((today.getTime() - Date.parse(checked_on)) / 86_400_000),
			why
		}))
		.filter(({ days }) => days > 90);
}

/** Words of a page that are on no list and that the page does not explain. */
export function hardWords(file: File): string[] {
	const list = files.find(
		({ nation, lang, leaf }) => nation === file.nation && lang === file.lang && leaf.name === 'words'
	);
	const explained = list?.leaf.parts ?? [];
	const known = explained
		.flatMap(({ title, forms = [] }) => [title, ...forms])
		.flatMap((form) => wordsOf(form.toLowerCase()));
	const names = contacts.flatMap(({ name }) => wordsOf(name.toLowerCase()));
	const words = textsOf(file.leaf)
		.flatMap(wordsOf)
		.map((word) => word.toLowerCase());
	return [...new Set(words)].filter((word) => !isEasy(word) && !known.includes(word) && !names.includes(word)).sort();
}
