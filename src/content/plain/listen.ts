import { speaks } from '../../lib/platform/voices.ts';

// Print and Listen on a page without a framework, where this device can. What reads aloud is fetched by the first press.
const READER: string = '/read-aloud.js';
const find = (what: string) => document.querySelector<HTMLElement>(`[data-${what}]`);
const [paper, read, synth] = [find('print'), find('read'), window.speechSynthesis];
if (paper) {
	paper.hidden = false;
	paper.onclick = () => print();
}
if (read && synth) {
	(synth.onvoiceschanged = () =>
		(read.hidden = !synth.getVoices().some((voice) => speaks(voice, document.documentElement.lang))))();
	read.onclick = () => {
		synth.speak(new SpeechSynthesisUtterance('')); // Safari lets only a press speak first, and the rest comes too late for it
		void import(/* @vite-ignore */ READER);
	};
}
