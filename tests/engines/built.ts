import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseSync } from 'vite';
import * as compat from './compat.ts';

const OUTPUT = '.svelte-kit/output';
/** What reads one thing after the other. It has `map` and `filter` only where an array was made of it. */
const ITERATED = /^(values|keys|entries|matchAll)$/;
const HELPER = /^(map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)$/;

const filesOf = (pattern: string) => globSync(`${OUTPUT}/${pattern}`);
/** What was built, with all that others made in it, and reads something that an oldest browser does not have. */
export type Found = Map<string, { lacking: string[]; files: string[] }>;

interface Node {
	type: string;
	[part: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (value: unknown): string =>
	isNode(value) && value.type === 'Identifier' && typeof value['name'] === 'string' ? value['name'] : '';

function walk(node: Node, visit: (node: Node) => void): void {
	visit(node);
	for (const part of Object.values(node).flat()) if (isNode(part)) walk(part, visit);
}

const parsed = new Map<string, Node[]>();
function nodesOf(script: string): Node[] {
	const known = parsed.get(script) ?? [];
	if (known.length > 0) return known;
	walk(parseSync('one.js', script).program as unknown as Node, (node) => known.push(node));
	parsed.set(script, known);
	return known;
}

/** The names that scripts give to things of their own: `{ first: 1 }`, `drop() {}`. */
export const ownNames = (pattern: string): Set<string> =>
	new Set(
		filesOf(pattern).flatMap((file) =>
			nodesOf(readFileSync(file, 'utf8'))
				.filter(gives)
				.map(({ key }) => nameOf(key))
		)
	);
const gives = ({ type, method, value }: Node) =>
	/Definition$/.test(type) ||
	(type === 'Property' && (method === true || !isNode(value) || value.type !== 'AssignmentPattern'));

/** What one script reads. */
export function* readIn(script: string): Generator<[string, string[]]> {
	for (const node of nodesOf(script)) {
		if (node.type === 'MemberExpression' && node['computed'] === false) yield* member(node);
		if (node.type === 'ObjectPattern') for (const one of node['properties'] as Node[]) yield* named(nameOf(one['key']));
		if (node.type === 'NewExpression' || node.type === 'CallExpression') {
			const made = nameOf(node['callee']);
			yield [made, compat.globals.get(made) ?? []];
		}
		const pattern = node['regex'] as { flags: string } | undefined;
		if (pattern?.flags.includes('v')) yield ['/…/v', ['safari']];
		for (const [, name = ''] of textIn(node).matchAll(/(?<=[\w\])\s(,*]):([a-z-]+)\(/g))
			yield [`':${name}()'`, compat.selectors.get(name) ?? []];
	}
}

/** A selector may stand in any text. */
function textIn({ type, value }: Node): string {
	if (type === 'Literal') return typeof value === 'string' ? value : '';
	return type === 'TemplateElement' ? (value as { raw: string }).raw : '';
}

function* member(node: Node): Generator<[string, string[]]> {
	const [owner, name] = [nameOf(node['object']), nameOf(node['property'])];
	const precise = compat.lackingIn(owner, name);
	if (precise.length > 0) yield [`${owner}.${name}`, precise];
	else yield* named(name);
	const from = isNode(node['object']) && node['object'].type === 'CallExpression' ? node['object']['callee'] : null;
	if (!isNode(from) || from.type !== 'MemberExpression' || !HELPER.test(name)) return;
	const isArray = nameOf(from['object']) === 'Object';
	if (ITERATED.test(nameOf(from['property'])) && !isArray)
		yield [`${nameOf(from['property'])}().${name}`, compat.lackingIn('Iterator', name)];
}

function* named(name: string): Generator<[string, string[]]> {
	const lacking = compat.members.get(name);
	if (lacking) yield [`.${name}`, lacking];
}

/** What one sheet asks for. */
export function* askedIn(sheet: string): Generator<[string, string[]]> {
	const rules = sheet.replace(/\/\*.*?\*\//gs, '').replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
	for (const [, property = '', value = ''] of rules.matchAll(/(?<=[{;]\s*)(-?[a-z][a-z-]*):([^;{}]*)(?=[;}])/g)) {
		yield [property, compat.properties.get(property) ?? []];
		for (const [word] of value.matchAll(/[a-z][a-z-]*/g))
			yield [`${property}: ${word}`, compat.lackingValue(property, word)];
		for (const [, called = ''] of value.matchAll(/([a-z][a-z-]*)\(/g))
			yield [`${called}()`, compat.functions.get(called) ?? []];
	}
	for (const [, name = ''] of rules.matchAll(/@([a-z-]+)/g)) yield [`@${name}`, compat.atRules.get(name) ?? []];
	for (const [, head = ''] of rules.matchAll(/([^{};]+)\{/g))
		for (const [, name = ''] of head.matchAll(/::?([a-z-]+)/g)) yield [`:${name}`, compat.selectors.get(name) ?? []];
}

/** What one page is written with. */
export function* writtenIn(page: string): Generator<[string, string[]]> {
	for (const [, tag = ''] of page.matchAll(/<[a-z][\w-]*((?:\s+[\w:-]+(?:="[^"]*")?)*)/g))
		for (const [, name = ''] of tag.matchAll(/\s([\w-]+)(?:="[^"]*")?/g))
			yield [name, compat.attributes.get(name) ?? []];
}

/** Looks through the files that were built. */
export function look(pattern: string, read: (text: string) => Iterable<[string, string[]]>): Found {
	const found: Found = new Map();
	for (const file of filesOf(pattern)) {
		for (const [what, lacking] of read(readFileSync(file, 'utf8'))) {
			if (lacking.length === 0) continue;
			const one = found.get(what) ?? { lacking, files: [] };
			found.set(what, { ...one, files: [...new Set([...one.files, relative(OUTPUT, file)])] });
		}
	}
	return found;
}
