import { readFileSync } from 'node:fs';
import { SECTIONS } from '../../src/lib/domain/vocabulary/sections.ts';
import { type Line, type SectionKey } from '../../src/lib/domain/view.ts';

const text = readFileSync(new URL('hard-guide.txt', import.meta.url), 'utf8');

/** A home's guide of about 3,000 words, as hard as real ones are: every section, one in Arabic, one with emoji and endless words. */
export const hardGuide: ReadonlyMap<SectionKey, Line[]> = new Map(
	SECTIONS.map((key) => {
		const [, rest = ''] = text.split(`\n## ${key}\n`);
		const lines = (rest.split('\n## ')[0] ?? '').split('\n').filter((line) => line !== '');
		return [key, lines.map(lineOf)];
	})
);

/** `# a heading`, `- picture: words`, `> picture: words | number`. */
function lineOf(line: string): Line {
	if (line.startsWith('# ')) return { kind: 'head', words: line.slice(2), symbol: null, number: null };
	const [, kind, symbol = '', said = ''] = /^([->]) (\w+): (.*)$/.exec(line) ?? [];
	const [words = '', number = ''] = said.split(' | ');
	return kind === '>' ? { kind: 'ring', words, symbol, number } : { kind: 'line', words, symbol, number: null };
}
