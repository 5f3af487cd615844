import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawings, icons } from '../../src/lib/ui/symbols/icons.ts';
import { faces } from '../../src/lib/ui/people/faces.ts';
import { locks, pictures, symbols } from '../../src/lib/ui/symbols/symbols.ts';
import { sprites } from '../support/make-sprites.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const css = globSync('src/**/*.css').map((file) => ({ file, text: read(file).replace(/\/\*[\s\S]*?\*\//g, '') }));
const svelte = globSync('src/**/*.svelte').map((file) => ({ file, text: read(file) }));
const blocks = svelte.map(({ file, text }) => ({
	file,
	text: text.match(/<style[^>]*>([\s\S]*)<\/style>/)?.[1] ?? ''
}));
const styles = [...css, ...blocks];
const written = [...svelte, ...globSync('src/**/*.ts').map((file) => ({ file, text: read(file) }))];

it('every sheet, every screen and its own style are looked at', () => {
	expect(css.length).toBeGreaterThan(5);
	expect(svelte.length).toBeGreaterThan(200);
	expect(blocks.filter(({ text }) => text.includes('{')).length).toBeGreaterThan(20);
	const inMarkup = svelte.filter(({ text }) => /<style/.test(text)).map(({ file }) => file);
	expect(blocks.filter(({ text }) => text !== '').map(({ file }) => file)).toEqual(inMarkup);
});

// ---- Contrast: text 7:1, edges and symbols 4.5:1, in every theme.
type Theme = Record<string, string>;
const values = (file: string, block: RegExp): Theme =>
	Object.fromEntries(
		[...(read(file).match(block)?.[1] ?? '').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [
			name,
			value
		])
	);
const light = values('src/lib/ui/css/tokens.css', /:root \{([\s\S]*?)\n\}/);
const themed = (name: string): Theme => ({
	...light,
	...values('src/lib/ui/css/themes.css', new RegExp(`\\[data-theme='${name}'\\] \\{([\\s\\S]*?)\\n\\}`))
});
const themes = { light, night: themed('night'), contrast: themed('contrast') };

const TEXT = `ink/paper ink/card ink/sunk ink/say-soft ink/hear-soft ink/care-soft ink-soft/paper ink-soft/card ink-soft/sunk
	ink-soft/say-soft ink-soft/hear-soft on-say/say on-hear/hear hear-ink/hear-soft hear-ink/card hear-ink/paper on-go/go
	care-ink/care-soft care-ink/card care-ink/paper care-soft/care-ink`;
const EDGES = `say/on-say edge/paper edge/card edge/sunk edge/say-soft edge/hear-soft edge-soft/paper edge-soft/card go/paper go/card
	go-glow/go focus/paper focus/card focus/sunk focus/say-soft focus/hear-soft pen-black/plain pen-purple/plain qr-ink/qr-paper`;
const pairs = (list: string): string[][] => list.split(/\s+/).map((pair) => pair.split('/'));

function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
function contrast(one: string, other: string): number {
	const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (bright! + 0.05) / (dark! + 0.05);
}
const tooLow = (theme: Theme, list: string, least: number): string[] =>
	pairs(list)
		.map(([on, under]) => ({ pair: `${on} on ${under}`, ratio: contrast(theme[on!] ?? '', theme[under!] ?? '') }))
		.filter(({ ratio }) => !(ratio >= least)) // a colour that is missing gives NaN, and fails too
		.map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(1)}`);

describe.each(Object.entries(themes))('somebody with weak eyes, in %s,', (_, theme) => {
	it('reads every text', () => expect(tooLow(theme, TEXT, 7)).toEqual([]));
	it('sees every edge, symbol and focus ring', () => expect(tooLow(theme, EDGES, 4.5)).toEqual([]));
});

// ---- Whoever reads from the right, and whoever chose other colours.
it('nothing is laid out by left and right, so that Arabic mirrors by itself', () => {
	const physical =
		/(?:^|[;{\s])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|float|text-align:\s*(?:left|right))\s*:/m;
	const bodies = styles.map(({ file, text }) => ({ file, text: text.replace(/@media[^{]*\{/g, '{') }));
	expect(bodies.filter(({ text }) => physical.test(text)).map(({ file }) => file)).toEqual([]);
});

it('no style is written into the page, since its rules forbid it', () => {
	expect(svelte.filter(({ text }) => /\sstyle(=|:[\w-]+)/.test(text)).map(({ file }) => file)).toEqual([]);
});

it('colours stand in the tokens and in the drawings, nowhere else', () => {
	const colour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!['"`]?\))|\b(?:rgb|hsl|oklch|color-mix)a?\(/i;
	const free = styles
		.filter(({ file }) => !/(tokens|themes)\.css$/.test(file))
		.map(({ file, text }) => ({ file, text }));
	const code = written.map(({ file, text }) => ({
		file,
		text: text.replace(/(?:href|src|get)="?[^"\s]*"?|&#\w+;/g, '')
	}));
	const painted = (file: string) => file === 'src/lib/platform/compress-picture.ts'; // the paper of a drawing, in every theme
	const found = [...free, ...code].filter(({ text }) => colour.test(text)).map(({ file }) => file);
	expect(found.filter((file) => !painted(file))).toEqual([]);
});

it('a finger of a child hits what it aims at', () => {
	const rem = (file: string, name: string) =>
		Number(read(file).match(new RegExp(`--${name}:\\s*([\\d.]+)rem`))?.[1]) * 16;
	expect(rem('src/lib/ui/css/tokens.css', 'touch')).toBeGreaterThanOrEqual(56);
	expect(rem('src/lib/ui/css/tokens.css', 'gap-touch')).toBeGreaterThanOrEqual(8);
	expect(rem('src/lib/ui/css/staff.css', 'touch')).toBeGreaterThanOrEqual(44);
});

// ---- Drawings.
it.each(Object.entries(sprites()))('%s is what the names in symbols.ts say', (file, text) => {
	expect(read(file)).toBe(text); // if not: node tests/support/make-sprites.ts
});

const ids = (name: string): string[] =>
	[...read(`src/lib/ui/sprites/${name}.svg`).matchAll(/<symbol id="([\w-]+)"/g)].map(([, id]) => id!).toSorted();

it('every icon and drawing has its name in the list, and every name its drawing', () => {
	expect(ids('icons')).toEqual([...icons].toSorted());
	expect(ids('art')).toEqual([...drawings, ...faces.filter((face) => !face.startsWith('letter_'))].toSorted());
});

it('no drawing is carried that no screen shows', () => {
	const text = written.filter(({ file }) => !/ui\/icons\.ts$/.test(file)).map((one) => one.text);
	const pages = globSync(['src/content/*/*/*.md', 'src/content/*.json']).map(read).join('\n');
	const shown = (name: string) =>
		text.some((one) => new RegExp(`['"]${name}['"]|${name}: { from: 'art' }`).test(one)) ||
		new RegExp(`^(-|\\d+\\.|picture:) ${name}(!?:|$)|"picture": "${name}"`, 'm').test(pages);
	expect([...icons, ...drawings, ...Object.keys(pictures)].filter((name) => !shown(name))).toEqual([]);
});

it('the pictures of a lock are twelve, and none of them says anything else', () => {
	const others: string[] = [...Object.values(symbols).map(({ from }) => from), ...Object.values(pictures)];
	expect(new Set(Object.values(locks)).size).toBe(12);
	expect(Object.values(locks).filter((lock) => others.includes(lock))).toEqual([]);
});

it('no class is styled that nothing wears', () => {
	const worn = [read('src/app.html'), ...svelte.map(({ text }) => text)].join('\n');
	const classes = new Set(
		css.flatMap(({ text }) => [...text.matchAll(/\.([a-z][\w-]*)(?=[\s,.:>{)[+])/g)].map(([, name]) => name!))
	);
	const isWorn = (name: string) =>
		new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(worn) ||
		[...name.matchAll(/-/g)].some(
			({ index }) => worn.includes(`${name.slice(0, index + 1)}\${`) || worn.includes(`${name.slice(0, index + 1)}{`)
		);
	expect([...classes].filter((name) => !isWorn(name)).toSorted()).toEqual([]);
});

/** The classes that begin a rule of these sheets. */
const classesIn = (files: RegExp): Set<string> => {
	const rules = css.filter(({ file }) => files.test(file)).flatMap(({ text }) => text.match(/[^{}]+(?=\{)/g) ?? []);
	const first = rules.flatMap((rule) => rule.split(',')).map((one) => /^\s*\.([\w-]+)/.exec(one)?.[1]);
	return new Set(first.filter((name) => name !== undefined));
};

it('no class means one thing in the kit and another in the guide: in a drawer both sheets are there', () => {
	const [kit, guide] = [classesIn(/\/lib\/ui\/css\//), classesIn(/\/content\/(?!print)/)];
	expect([kit.size > 100, guide.size > 20]).toEqual([true, true]);
	expect([...guide].filter((name) => kit.has(name))).toEqual([]);
});
