import { whenReadable } from '../../lib/platform/voices.ts';

// Print and Listen on a page without a framework, where this device can. What reads aloud is fetched by the first press.
const READER: string = '/read-aloud.js';
const find = (what: string) => document.querySelector<HTMLElement>(`[data-${what}]`);
const [paper, read, cannot] = [find('print'), find('read'), find('cannot')];
if (paper) {
	paper.hidden = false;
	paper.onclick = () => print();
}
if (read) {
	whenReadable(document.documentElement.lang, (can) => (read.hidden = !can));
	read.onclick = () => {
		window.speechSynthesis.speak(new SpeechSynthesisUtterance('')); // Safari lets only a press speak first, and the rest comes too late for it
		import(/* @vite-ignore */ READER).catch(() => {
			if (cannot) cannot.textContent = cannot.dataset['cannot'] ?? '';
		});
	};
}
