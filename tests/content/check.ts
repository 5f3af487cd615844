/**
 * `npm run content`: looks at every page of the pack and says what to mend, in plain words. `npm run content figures` adds
 * how hard each page is to read; `npm run content recheck` prints all that must be opened and compared before a release.
 */
import contacts from '../../src/content/contacts.json' with { type: 'json' };
import { files, LANGS, sentencesIn } from './pages.ts';
import { gradeOf, sentencesOf, wordsOf } from './reading.ts';
import { incomplete, recheck } from './recheck.ts';
import { findings, hardWords, stale } from './rules.ts';

const nations = new Set(files.map(({ nation }) => nation)).size;
const GOAL = 3; // a screen of 60 words or more

function figures(): void {
	console.log('\nHow hard each page is (words, longest sentence, hard words in a hundred, school year):');
	for (const page of files.filter(({ lang, isOwn }) => lang.startsWith('en') && isOwn)) {
		const { file, lang, leaf } = page;
		const texts = sentencesIn(leaf);
		const all = texts.flatMap(wordsOf);
		const hard = new Set(hardWords(page));
		const share = (100 * all.filter((word) => hard.has(word.toLowerCase())).length) / (all.length || 1);
		const [words, grade] = [all.length, gradeOf(texts)];
		const longest = Math.max(...texts.flatMap(sentencesOf).map((one) => wordsOf(one).length));
		const high = words >= 60 && grade > GOAL ? '  above the goal' : '';
		console.log(
			`  ${file.padEnd(40)} ${String(words).padStart(5)} ${String(longest).padStart(3)} ${share.toFixed(1).padStart(5)} ${grade.toFixed(1).padStart(5)}${high}`
		);
		const missed = texts.flatMap(sentencesOf).filter((one) => gradeOf([one]) > GOAL + 4 && wordsOf(one).length > 3);
		for (const one of missed) console.log(`    hard as a sentence (year ${gradeOf([one]).toFixed(0)}): ${one}`);
		if (lang === 'en' && high) console.log(`    ${hardest(texts)}`);
	}
}

/** The sentence that is the hardest to read. */
const hardest = (texts: string[]): string =>
	texts
		.flatMap(sentencesOf)
		.filter((one) => wordsOf(one).length > 3)
		.toSorted((a, b) => gradeOf([b]) - gradeOf([a]))[0] ?? '';

if (process.argv.includes('recheck')) {
	console.log(recheck().join('\n'));
	process.exit(0);
}
const found = findings();
for (const { file, say, mend } of found) console.log(`\nsrc/content/${file}\n  ${say}\n  To mend: ${mend}`);
for (const file of files.filter(({ lang, isOwn }) => lang.startsWith('en') && isOwn)) {
	const hard = hardWords(file);
	if (hard.length > 0)
		console.log(
			`\nHard words in src/content/${file.file}: ${hard.join(', ')}\n  To mend: use an easier word, explain it in words.md, or add it to easy-words.txt if every child knows it.`
		);
}
const old = stale(new Date());
for (const { id, days, why } of old)
	console.log(
		`\nLooked at ${days} days ago: ${id}. ${why}\n  To mend: open the page, compare, and change checked_on in contacts.json or laws.json.`
	);
for (const { nation, what, on, source } of incomplete())
	console.log(
		`\nNot complete: the guide of ${nation} must give ${what} (${source}), and nobody has verified it. On ${on.join(', ')} the home adds it.\n  To mend: npm run content recheck`
	);
if (process.argv.includes('figures')) figures();
console.log(
	`\n${files.length} pages of ${nations} nations in ${LANGS.length} languages, ${contacts.length} contacts: ${found.length} to mend, ${old.length} to look at again, ${incomplete().length} missing by law.`
);
process.exit(found.length > 0 ? 1 : 0);
