import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { sealedCopy, type CopyWords } from './sealed-copy.ts';
import { VIEWER } from './sealed-copy-viewer.ts';

const WORDS: CopyWords = {
	...{ lang: 'en', title: 'My things', word: 'Your word', open: 'Open', wrong: 'Not that word', old: 'No' },
	dir: 'ltr'
};
const entries = [
	{ title: 'Asked', lines: ['See my brother </script><b>'], picture: 'data:image/png;base64,AAAA', sound: null }
];

/** Opens the file as a browser would, as far as its own script goes. */
async function openFile(html: string, word: string): Promise<unknown> {
	const sealed: unknown = JSON.parse(/id="sealed">(.*?)<\/script>/.exec(html)![1]!);
	const open = /async function open[\s\S]*?\n}/.exec(VIEWER)![0];
	const bytes = /const bytes = .*/.exec(VIEWER)![0];
	const run = `${bytes}\n${open}\nopen(word)`;
	return runInNewContext(run, { sealed, word, crypto, atob, TextEncoder, TextDecoder, Uint8Array, JSON });
}

it('a copy opens with its word, however it is typed, and with no other', async () => {
	const html = await sealedCopy(entries, WORDS, 'ﬁve whales');
	expect(JSON.stringify(await openFile(html, ' five whales '))).toBe(JSON.stringify(entries));
	await expect(openFile(html, 'four whales')).rejects.toThrow();
});

it('shows nothing of a child without the word, and asks nothing of a network', async () => {
	const html = await sealedCopy(entries, WORDS, 'five whales');
	for (const word of ['brother', 'Asked', 'whales', 'AAAA']) expect(html).not.toContain(word);
	expect(html).not.toMatch(/https?:|src="/);
	expect(html).toContain("default-src 'none'");
});

it('is sealed anew each time, and takes what it says as text', async () => {
	const evil = { ...WORDS, title: '<img src=x onerror=alert(1)>', wrong: '</script><script>' };
	const [one, other] = [await sealedCopy(entries, evil, 'five whales'), await sealedCopy(entries, evil, 'five whales')];
	expect(one).not.toBe(other);
	expect(one).not.toContain('<img src=x');
	expect(one.match(/<script/g)).toHaveLength(3);
});
