import { readAloud, type Over, type Said } from './speech.ts';

export { type Over } from './speech.ts';
export { whenReadable } from './voices.ts';

const BLOCKS = 'h1, h2, h3, p, li, dt, dd, legend, label';
/** What has a job of its own when it is pressed. */
const PRESSED = 'a, button, label, input, textarea, select, summary';

/**
 * Reads aloud what stands in a place of this page: its headings and paragraphs, but for what is marked `data-quiet`. What is
 * being read is marked; a press on other words reads on from there. Returns how to stop.
 */
export function readPage(place: string, over: (how: Over) => void): () => void {
	const blocks = readable(place);
	let stop = () => {};
	let isMovingOn = false;
	const mark = (index: number) => {
		blocks.forEach((block, at) => block.classList.toggle('reading', at === index));
		blocks[index]?.scrollIntoView({ block: 'nearest' });
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
		stop = readAloud(blocks.slice(first).map(saidIn), { at: (index) => mark(first + index), over: end });
	};
	const moveOn = ({ target }: Event) => {
		if (!(target instanceof Element) || target.closest(PRESSED)) return;
		const at = blocks.findIndex((block) => block.contains(target));
		if (at >= 0) readFrom(at);
	};
	document.addEventListener('click', moveOn);
	readFrom(0);
	return () => stop();
}

/** Reads these words aloud. Returns how to stop. */
export const readWords = (text: string, lang: string, over: (how: Over) => void): (() => void) =>
	readAloud([[{ text, lang }]], { at: () => {}, over });

/** What can be seen, and holds no other that is read by itself. */
function readable(place: string): HTMLElement[] {
	const found = [...document.querySelectorAll<HTMLElement>(`${place} :is(${BLOCKS}):not([data-quiet] *)`)];
	const lowest = found.filter((block) => !block.querySelector('h2, h3, p, li, dt, label')); // Firefox 115 does not know :has()
	return lowest.filter((block) => block.getClientRects().length > 0 && block.innerText.trim() !== '');
}

const langOf = (block: Element): string => block.closest('[lang]')?.getAttribute('lang') ?? '';

/** A block in one language; and what is in another inside of it, by itself. */
function saidIn(block: HTMLElement): Said[] {
	const lang = langOf(block);
	const others = [...block.querySelectorAll<HTMLElement>('[lang]')].filter((other) => langOf(other) !== lang);
	const said: Said[] = [];
	let rest = block.innerText;
	for (const other of others) {
		const text = other.innerText.trim();
		const at = rest.indexOf(text);
		if (text === '' || at < 0) continue;
		said.push({ text: rest.slice(0, at), lang }, { text, lang: langOf(other) });
		rest = rest.slice(at + text.length);
	}
	return [...said, { text: rest, lang }];
}
