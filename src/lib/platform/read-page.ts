import { seenIn } from './seen.ts';
import { readAloud, type Over } from './speech.ts';
import { utterances } from './utterances.ts';

export { type Over } from './speech.ts';
export { whenReadable } from './voices.ts';

/** What has a job of its own when it is pressed. */
const PRESSED = 'a, button, label, input, textarea, select, summary';

/**
 * Reads aloud all that can be seen on this page. What is being read is marked; a press on other words reads on from there.
 * `chosen` is the word for what is picked. Returns how to stop.
 */
export function readPage(chosen: string, over: (how: Over) => void): () => void {
	const read = utterances(seenIn(document.body), { text: chosen, lang: document.documentElement.lang });
	let stop = () => {};
	let isMovingOn = false;
	const mark = (index: number) => {
		read.forEach(({ of }) => of.classList.remove('reading'));
		read[index]?.of.classList.add('reading');
		read[index]?.of.scrollIntoView({ block: 'nearest' });
	};
	const end = (how: Over) => {
		if (isMovingOn) return;
		document.removeEventListener('click', moveOn);
		mark(-1);
		over(how);
	};
	const readFrom = (first: number) => {
		isMovingOn = true;
		stop();
		isMovingOn = false;
		const blocks = read.slice(first).map(({ said }) => said);
		stop = readAloud(blocks, { at: (index) => mark(first + index), over: end });
	};
	const moveOn = ({ target }: Event) => {
		if (!(target instanceof Element) || target.closest(PRESSED)) return;
		const at = read.findLastIndex(({ of }) => of.contains(target));
		if (at >= 0) readFrom(at);
	};
	document.addEventListener('click', moveOn);
	readFrom(0);
	return () => stop();
}

/** Reads these words aloud. Returns how to stop. */
export const readWords = (text: string, lang: string, over: (how: Over) => void): (() => void) =>
	readAloud([[{ text, lang }]], { at: () => {}, over });
