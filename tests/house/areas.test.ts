import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { areas, areasOf } from '../../src/lib/i18n/areas.ts';

const APP = 'src/routes/(app)';
/** A screen and every component and module that it is made of. */
function partsOf(file: string, seen = new Set<string>()): Set<string> {
	if (seen.has(file)) return seen;
	seen.add(file);
	const text = readFileSync(file, 'utf8');
	for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'((?:\$lib|\.)[^']*)'/g)) {
		const bare = path.startsWith('$lib') ? path.replace('$lib', 'src/lib') : join(dirname(file), path);
		const found = [bare, `${bare}.ts`, `${bare}.svelte.ts`].find(
			(one) => /\.(ts|svelte)$/.test(one) && existsSync(one)
		);
		if (found) partsOf(found, seen);
	}
	return seen;
}

const pagesIn = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(/\((?:\$|w)\) => (?:\$|w)\.(\w+)/g)].map(([, page = '']) => page);

/** Said only where the screen has it: a card of the home's own pages names the home in a guide, and in no other place. */
const ONLY_THERE = ['/here/+page.svelte: guide, in src/content/SectionCards.svelte'];

it('a screen says only what its part of the app has fetched', () => {
	const screens = globSync(`${APP}/{my,join,here,work,home}/**/+{page,layout}.svelte`);
	expect(screens.length).toBeGreaterThan(60);
	const lost = screens.flatMap((screen) => {
		const route = dirname(screen).replace('src/routes', '');
		const has: readonly string[] = [...areas.door, ...areasOf(route).flatMap((area) => areas[area])];
		return [...partsOf(screen)].flatMap((file) =>
			pagesIn(file)
				.filter((page) => !has.includes(page))
				.map((page) => `${screen.replace(APP, '')}: ${page}, in ${file}`)
		);
	});
	expect([...new Set(lost)].filter((one) => !ONLY_THERE.includes(one))).toEqual([]);
});
