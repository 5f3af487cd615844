import { afterEach, expect, it, vi } from 'vitest';
import { localVoice, readAloud, whenVoicesChange } from './speech.ts';

const voice = (lang: string, localService: boolean) => ({ lang, localService, name: lang });

/** A device with voices, which says what it is told and ends when asked to. */
function device(voices: { lang: string; localService: boolean }[]) {
	const said: string[] = [];
	let end = () => {};
	const synth = Object.assign(new EventTarget(), {
		getVoices: () => voices,
		cancel: vi.fn(),
		speak: (words: { text: string; onend: () => void }) => {
			said.push(words.text);
			end = () => words.onend();
		}
	});
	vi.stubGlobal('speechSynthesis', synth);
	vi.stubGlobal(
		'SpeechSynthesisUtterance',
		class {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
	);
	return { said, synth, end: () => end() };
}
afterEach(() => vi.unstubAllGlobals());

it('law 10: never reads with a voice that sends the words away', () => {
	device([voice('en-GB', false), voice('cy', true)]);
	expect(localVoice('en')).toBeNull();
	expect(localVoice('cy')?.lang).toBe('cy');
});

it('prefers a British voice', () => {
	device([voice('en-US', true), voice('en_GB', true)]);
	expect(localVoice('en')?.lang).toBe('en_GB');
});

it('reads one block after another, and says which', () => {
	const { said, end } = device([voice('en-GB', true)]);
	const at: number[] = [];
	readAloud(['One', 'Two'], 'en', (index) => at.push(index));
	end();
	end();
	expect(said).toEqual(['One', 'Two']);
	expect(at).toEqual([0, 1, -1]);
});

it('stops at once when asked, and only once', () => {
	const { said, end } = device([voice('en-GB', true)]);
	const at: number[] = [];
	const stop = readAloud(['One', 'Two'], 'en', (index) => at.push(index));
	stop();
	stop();
	end();
	expect(said).toEqual(['One']);
	expect(at).toEqual([0, -1]);
});

it('notices voices that come late', () => {
	const voices: { lang: string; localService: boolean }[] = [];
	const { synth } = device(voices);
	const found = vi.fn();
	const leave = whenVoicesChange(found);
	synth.dispatchEvent(new Event('voiceschanged'));
	leave();
	synth.dispatchEvent(new Event('voiceschanged'));
	expect(found).toHaveBeenCalledTimes(2);
});

it('a device that cannot speak at all is no mistake', () => {
	vi.stubGlobal('speechSynthesis', undefined);
	expect(localVoice('en')).toBeNull();
});
