/** A voice that says nothing and is done at once: what it was given is kept. A page that came before it sees it, too. */
export const VOICE = `
	window.said = [];
	class Utterance extends EventTarget {
		constructor(text) { super(); this.text = text; }
	}
	const voice = { name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test' };
	const synth = new EventTarget();
	const tell = (one, type) => { one.dispatchEvent(new Event(type)); one['on' + type]?.(new Event(type)); };
	Object.assign(synth, {
		speaking: false, pending: false, paused: false,
		getVoices: () => [voice],
		cancel: () => undefined, pause: () => undefined, resume: () => undefined,
		speak(one) { window.said.push(one.text); setTimeout(() => { tell(one, 'start'); setTimeout(() => tell(one, 'end'), 5); }, 5); }
	});
	for (const [name, value] of Object.entries({ speechSynthesis: synth, SpeechSynthesisUtterance: Utterance }))
		Object.defineProperty(window, name, { value, configurable: true, writable: true });`;
