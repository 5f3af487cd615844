import { createRequire } from 'node:module';
import type { CompatData, CompatStatement, Identifier, SupportStatement } from '@mdn/browser-compat-data';
import home from '../../package.json' with { type: 'json' };

/** What each browser has, as MDN says. Required: 20 MB are no module to be looked through. */
const data: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');

const SLOT = { chrome: 'chrome', edge: 'edge', firefox: 'firefox', safari: 'safari', ios_saf: 'safari_ios' } as const;

/** The oldest browsers that Sayso promises to work in, as package.json names them. */
export const oldest = home.browserslist.map((line) => {
	const [, name = '', version = ''] = /^(\w+) >= ([\d.]+)$/.exec(line) ?? [];
	return { name, slot: Reflect.get(SLOT, name) as (typeof SLOT)[keyof typeof SLOT], version: Number(version) };
});

const first = (support: SupportStatement | undefined) => (Array.isArray(support) ? support[0] : support);

/** The oldest browsers that do not have it, by name. Half of it, or behind a switch, is not to have it. */
export function lacking({ support }: CompatStatement): string[] {
	const without = oldest.filter(({ slot, version }) => {
		const { version_added, flags, prefix } = first(support[slot]) ?? {};
		if (typeof version_added !== 'string' || version_added === 'preview' || flags || prefix) return true;
		return Number(version_added.replace('≤', '')) > version;
	});
	return without.map(({ name }) => name);
}

const parts = (one: Identifier | undefined): [string, Identifier][] =>
	Object.entries(one ?? {}).filter(([key]) => key !== '__compat') as [string, Identifier][];
const { api, css, html, javascript } = data as unknown as Record<string, Identifier>;
const builtins = javascript?.['builtins'] as Identifier;
const owners = new Map([...parts(api), ...parts(builtins)]);

/** By a name: which of the oldest browsers lack it wherever it stands. A name that all have somewhere is not here. */
function tooNew(all: Iterable<[string, Identifier]>): Map<string, string[]> {
	const found = new Map<string, string[] | null>();
	for (const [name, { __compat }] of all) {
		const without = __compat ? lacking(__compat) : [];
		if (without.length === 0) found.set(name, null);
		else if (found.get(name) !== null) found.set(name, [...new Set([...(found.get(name) ?? []), ...without])]);
	}
	return new Map([...found].filter((entry): entry is [string, string[]] => entry[1] !== null));
}

/** What came later to something that all of them have. Whatever is new as a whole is asked for by its name first. */
const grown = [...owners.values()].filter(({ __compat }) => __compat && lacking(__compat).length === 0);
/** `.checkVisibility`, `.toWellFormed`: what a script reads of something. */
export const members = tooNew(grown.flatMap((owner) => parts(owner)));
/** `CookieStore`: what a script reads of the world. */
export const globals = tooNew(owners);
/** `AbortSignal.any`: what a script reads of something by its name, precisely. */
export function lackingIn(owner: string, name: string): string[] {
	const found = owners.get(owner)?.[`${name}_static`] ?? owners.get(owner)?.[name];
	return found?.__compat ? lacking(found.__compat) : [];
}

export const properties = tooNew(parts(css?.['properties']));
export const selectors = tooNew(parts(css?.['selectors']));
export const atRules = tooNew(parts(css?.['at-rules']));
/** `text-wrap: balance`. */
export function lackingValue(property: string, value: string): string[] {
	const found = (css?.['properties']?.[property] as Identifier | undefined)?.[value];
	return found?.__compat ? lacking(found.__compat) : [];
}
/** `color-mix(`, `round(`. */
export const functions = tooNew(deep(css?.['types']));
function deep(one: Identifier | undefined): [string, Identifier][] {
	return parts(one).flatMap(([name, inner]) => [[name, inner], ...deep(inner)]);
}

const elements = html?.['elements'] as Identifier;
/** `popover`, `inert`, on any element. */
export const attributes = tooNew([
	...parts(html?.['global_attributes']),
	...parts(elements).flatMap(([, element]) => parts(element))
]);
