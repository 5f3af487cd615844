import { easyAmong } from '../../../content/easy.ts';

const LIST = '/easy-words.txt';

type IsEasy = (word: string) => boolean;
let known: IsEasy | null = null;

/** Which words are easy. Fetched when somebody writes, and kept for the next time. Null: it never came, and nothing is said. */
export async function fetchIsEasy(): Promise<IsEasy | null> {
	return (known ??= await fetchList());
}

async function fetchList(): Promise<IsEasy | null> {
	try {
		const kept = await caches.open('easy-words');
		const answer = await fetch(LIST).catch(() => undefined);
		if (answer?.ok) await kept.put(LIST, answer.clone());
		const list = answer?.ok ? answer : await kept.match(LIST);
		return list ? easyAmong(new Set((await list.text()).split(' '))) : null;
	} catch {
		return null; // no storage on this device: it goes without
	}
}
