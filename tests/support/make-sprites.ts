/**
 * Writes the two sprites of src/lib/ui/sprites from the names in src/lib/ui/symbols/symbols.ts: `node tests/support/make-sprites.ts`.
 * Each drawing gets an ink line around it, so that a pale one (a moon, a cloud) can be seen on paper.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { locks, pictures, symbols } from '../../src/lib/ui/symbols/symbols.ts';

interface IconSet {
	icons: Record<string, { body: string }>;
}
const require = createRequire(import.meta.url);
const set = (path: string): IconSet => JSON.parse(readFileSync(path, 'utf8'));
const SETS: Record<string, IconSet> = {
	'fluent-emoji-flat': set(require.resolve('@iconify-json/fluent-emoji-flat/icons.json')),
	healthicons: set(require.resolve('@iconify-json/healthicons/icons.json'))
};
const file = (name: string): string => fileURLToPath(new URL(`../../src/lib/ui/sprites/${name}.svg`, import.meta.url));

/** Both sprites as text, by their file: the test compares them with what is there. */
export function sprites(): Record<string, string> {
	const said = Object.entries(symbols).flatMap(([id, { from }]) => (from === 'art' ? [] : [symbol(id, from)]));
	const locked = Object.entries(locks).map(([id, from]) => symbol(`lock_${id}`, from));
	const shown = Object.entries(pictures).map(([id, from]) => symbol(id, from));
	return { [file('symbols')]: whole([...said, ...locked]), [file('pictures')]: whole(shown) };
}

const whole = (rows: string[]): string =>
	`<svg xmlns="http://www.w3.org/2000/svg">\n${rows.map((row) => `\t${row.replace(/\d+\.\d{3,}/g, rounded)}\n`).join('')}</svg>\n`;
const rounded = (number: string): string => Number(number).toFixed(2);

function symbol(id: string, from: string): string {
	const [name, source = 'fluent-emoji-flat'] = from.split(':').reverse();
	const found = SETS[source]!.icons[name!];
	if (!found) throw new Error(`no drawing ${from}`);
	if (source === 'healthicons') return `<symbol id="${id}" viewBox="2 2 44 44">${inked(found.body)}</symbol>`;
	return `<symbol id="${id}" viewBox="-1 -1 34 34">${outline(found.body)}${found.body}</symbol>`;
}

/** A drawing in one colour is ink itself. */
const inked = (body: string): string => body.replaceAll('currentColor', 'var(--ink,#2a1b38)');

/** Every shape once more underneath, in ink and a little wider. */
function outline(body: string): string {
	const shapes = [...body.matchAll(/<(path|circle|ellipse|rect)\b([^>]*?)\/>/g)].map(([, tag, attributes]) => {
		const place = attributes!.match(/\b(d|cx|cy|r|rx|ry|x|y|width|height|transform)="[^"]*"/g) ?? [];
		return `<${tag} ${place.join(' ')}/>`;
	});
	return `<g fill="var(--ink,#2a1b38)" stroke="var(--ink,#2a1b38)" stroke-width="1.3" stroke-linejoin="round">${shapes.join('')}</g>`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const [path, text] of Object.entries(sprites())) writeFileSync(path, text);
}
