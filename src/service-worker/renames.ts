/**
 * A file that changes gets another name, which changes every file that names it, and so on up: a word of one page would cost a
 * device half of Sayso. So each text is known by all of it but such names, and a device that has it from the version before
 * puts the new names in (reuse.ts). The build writes down which they are (bind.ts).
 */
export interface Renames {
	readonly names: readonly string[];
	/** For each address: what its text is known by, and which names stand in it, in their order. */
	readonly files: Readonly<Record<string, readonly [fingerprint: string, ...names: number[]]>>;
}

/** A name with a hash, the hash of a script within a page, what Kit calls a version. What else fits is a name that stays. */
const NAME = /[\w-]{8}\.(?:js|css|svg|woff2)\b|\bsha256-[\w+/]{43}=|\b__sveltekit_\w+|(?<=["'`])[\w-]{12}(?=["'`])/g;

/** The names in this text, in their order. */
export const namesIn = (text: string): string[] => text.match(NAME) ?? [];

/** This text with other names; null where it has not so many. */
export function rename(text: string, names: readonly string[]): string | null {
	let at = 0;
	const renamed = text.replace(NAME, () => names[at++] ?? '');
	return at === names.length ? renamed : null;
}

/** What a text is known by, whatever the names in it. */
export async function fingerprintOf(text: string): Promise<string> {
	const rest = new TextEncoder().encode(text.replace(NAME, '\0'));
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', rest)).subarray(0, 8);
	return btoa(String.fromCharCode(...hash));
}
