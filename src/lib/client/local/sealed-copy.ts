import { toBase64 } from '$lib/platform/base64.ts';
import { randomBytes } from '$lib/platform/ids.ts';
import { ITERATIONS } from './keys.ts';
import { VIEWER } from './sealed-copy-viewer.ts';

/** One thing in the copy: what it is and when, what was said, and a picture and a recording of its own as data: addresses. */
export interface Entry {
	title: string;
	lines: string[];
	picture: string | null;
	sound: string | null;
}

/** What the page of the file says before and after it is opened. */
export interface CopyWords {
	lang: string;
	dir: 'ltr' | 'rtl';
	title: string;
	word: string;
	open: string;
	wrong: string;
	old: string; // where a browser cannot open it
}

/**
 * One file that opens in any browser, with no network and without the app. It is sealed by a word (PBKDF2-SHA-256 and
 * AES-GCM): whoever finds the file without the word reads nothing of it but its heading.
 */
export async function sealedCopy(entries: Entry[], words: CopyWords, word: string): Promise<string> {
	const [salt, iv] = [randomBytes(16), randomBytes(12)];
	const utf8 = new TextEncoder();
	const base = await crypto.subtle.importKey('raw', utf8.encode(wordAs(word)), 'PBKDF2', false, ['deriveKey']);
	const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS };
	const key = await crypto.subtle.deriveKey(way, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
	const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(JSON.stringify(entries)));
	const sealed = { salt: toBase64(salt), iv: toBase64(iv), data: toBase64(new Uint8Array(data)), rounds: ITERATIONS };
	return page(words, inScript(sealed));
}

/** As the file takes what is typed, too: not by how a keyboard writes it. */
const wordAs = (word: string): string => word.normalize('NFKC').trim();

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const asText = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function page({ lang, dir, title, word, open, wrong, old }: CopyWords, sealed: string): string {
	const csp =
		"default-src 'none'; img-src data:; media-src data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'";
	return `<!doctype html>
<html lang="${asText(lang)}" dir="${dir}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asText(title)}</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 1rem auto; padding: 0 1rem; overflow-wrap: anywhere; color-scheme: light dark }
input, button { font: inherit; padding: .5rem .75rem; min-height: 2.75rem; max-width: 100% }
article { border-block-start: 1px solid; padding-block: 1rem }
h2 { font-size: 1.1rem; margin: 0 } p { white-space: pre-wrap; margin: .25rem 0 } img { max-width: 100%; color-scheme: light; background: Canvas }
</style>
<main>
<h1>${asText(title)}</h1>
<form><p><label for="word">${asText(word)}</label></p><p><input id="word" type="password" autocomplete="off" required></p>
<p><button>${asText(open)}</button></p><p id="said" role="alert"></p></form>
<div id="all"></div>
</main>
<script type="application/json" id="sealed">${sealed}</script>
<script type="application/json" id="words">${inScript({ wrong, old })}</script>
<script>${VIEWER}</script>
</html>
`;
}
