/** The device's own voices. A voice that sends words to a server is never used (law 10). */
const synth = (): SpeechSynthesis | null => (typeof speechSynthesis === 'undefined' ? null : speechSynthesis);

/** A voice on this device for the language, British English before other English. */
export function localVoice(lang: string): SpeechSynthesisVoice | null {
	const ours = (synth()?.getVoices() ?? []).filter((voice) => voice.localService && speaks(voice, lang));
	return ours.find((voice) => voice.lang.replace('_', '-') === 'en-GB') ?? ours[0] ?? null;
}

const speaks = (voice: SpeechSynthesisVoice, lang: string): boolean => voice.lang.split(/[-_]/)[0] === lang;

/** Calls back now and whenever the device finds more voices. Returns how to stop. */
export function whenVoicesChange(found: () => void): () => void {
	found();
	synth()?.addEventListener('voiceschanged', found);
	return () => synth()?.removeEventListener('voiceschanged', found);
}

/** Reads blocks one after another. `at` is told which one is being read, and -1 at the end. Returns how to stop. */
export function readAloud(blocks: string[], lang: string, at: (index: number) => void): () => void {
	const device = synth();
	const voice = localVoice(lang);
	let stopped = false;
	const end = () => {
		if (stopped) return;
		stopped = true;
		device?.cancel();
		at(-1);
	};
	const next = (index: number) => {
		const text = blocks[index];
		if (stopped) return;
		if (!device || !voice || text === undefined) return end();
		const words = new SpeechSynthesisUtterance(text);
		words.voice = voice;
		words.lang = voice.lang;
		words.onend = () => next(index + 1);
		words.onerror = end;
		at(index);
		device.speak(words);
	};
	device?.cancel();
	next(0);
	return end;
}
