import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud, type Over, type Said } from './speech.ts';
import { whenReadable } from './voices.ts';

interface Utterance {
	text: string;
	lang?: string;
	voice?: { lang: string };
	onstart?: () => void;
	onend?: (() => void) | null;
	onerror?: ((event: { error: string }) => void) | null;
}
type Voices = { lang: string; localService: boolean; name: string }[];
const british = [{ lang: 'en-GB', localService: true, name: 'Daniel' }];
const said = (text: string, lang = 'en'): Said[] => [{ text, lang }];

/** A device that says what it is told. How it does so is its browser's way: by default as written down in the standard. */
class Device extends EventTarget {
	said: Utterance[] = [];
	speaking = false;
	pending = false;
	cancels = 0;
	voices: Voices;
	constructor(voices: Voices = british) {
		super();
		this.voices = voices;
	}
	getVoices = () => this.voices;
	cancel() {
		this.cancels++;
		this.speaking = false;
	}
	speak(words: Utterance) {
		this.said.push(words);
		this.begin(words);
	}
	begin(words: Utterance) {
		this.speaking = true;
		words.onstart?.();
	}
	get words() {
		return this.said.map(({ text }) => text);
	}
	/** What is being said is over. */
	async finish() {
		this.speaking = false;
		this.said.at(-1)?.onend?.();
		await vi.advanceTimersByTimeAsync(0);
	}
}

let page: EventTarget & { visibilityState: string; documentElement: { hidden: boolean } };
let blanked: () => void;
let at: number[];
let over: Over[];
const told = { at: (index: number) => at.push(index), over: (how: Over) => over.push(how) };
const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function use<D extends Device>(device: D): D {
	vi.stubGlobal('speechSynthesis', device);
	return device;
}

beforeEach(() => {
	vi.useFakeTimers();
	[at, over, blanked] = [[], [], () => {}];
	page = Object.assign(new EventTarget(), { visibilityState: 'visible', documentElement: { hidden: false } });
	const listeners = new EventTarget();
	vi.stubGlobal('document', page);
	vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners));
	vi.stubGlobal('removeEventListener', listeners.removeEventListener.bind(listeners));
	vi.stubGlobal('dispatchEvent', listeners.dispatchEvent.bind(listeners));
	vi.stubGlobal(
		'MutationObserver',
		class {
			observe: () => void;
			constructor(look: () => void) {
				this.observe = () => (blanked = look);
			}
			disconnect() {}
		}
	);
	vi.stubGlobal(
		'SpeechSynthesisUtterance',
		class {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
	);
});
afterEach(() => {
	dispatchEvent(new Event('pagehide'));
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('any device', () => {
	it('reads one block after another, says which, and that it has ended', async () => {
		const device = use(new Device());
		readAloud([said('One'), said('Two')], told);
		expect(device.words).toEqual(['One']); // at once: Safari speaks only while a press is being done
		await device.finish();
		await device.finish();
		expect([device.words, at, over]).toEqual([['One', 'Two'], [0, 1], ['read']]);
	});

	it('is told the voice and its language, in the voice’s own spelling', () => {
		const device = use(new Device([{ lang: 'eng_GBR', localService: true, name: 'English' }]));
		readAloud([said('One')], told);
		expect(device.said[0]).toMatchObject({ lang: 'eng_GBR', voice: { lang: 'eng_GBR' } });
	});

	it('reads each language with its own voice, and leaves out what no voice speaks', async () => {
		const device = use(new Device([...british, { lang: 'ar-001', localService: true, name: 'Majed' }]));
		readAloud([[...said('مرحبا', 'ar'), ...said('Hello'), ...said('Helo', 'cy')]], told);
		await device.finish();
		await device.finish();
		expect(device.said.map(({ text, lang }) => [text, lang])).toEqual([
			['مرحبا', 'ar-001'],
			['Hello', 'en-GB']
		]);
		expect(over).toEqual(['read']);
	});

	it('stops at once when it is asked to, and only once', async () => {
		const device = use(new Device());
		const stop = readAloud([said('One'), said('Two')], told);
		stop();
		stop();
		await device.finish();
		await later(10_000);
		expect([device.words, over, device.cancels]).toEqual([['One'], ['stopped'], 1]);
	});

	it('reads one thing at a time: the next one stops the one before', () => {
		use(new Device());
		readAloud([said('One')], told);
		readAloud([said('Two')], told);
		expect(over).toEqual(['stopped']);
	});
});

describe('nobody looks any more', () => {
	it.each([
		[
			'the screen goes dark',
			() => [(page.visibilityState = 'hidden'), page.dispatchEvent(new Event('visibilitychange'))]
		],
		['the page is left', () => dispatchEvent(new Event('pagehide'))],
		['the page is blanked, as Hide and the lock do', () => [(page.documentElement.hidden = true), blanked()]]
	])('%s: it is silent at once, and stays so', async (_, happens) => {
		const device = use(new Device());
		readAloud([said('To Jo. Not Morgan.'), said('Two')], told);
		happens();
		expect([device.cancels, over]).toEqual([1, ['stopped']]);
		await device.finish();
		await later(60_000);
		expect(device.words).toEqual(['To Jo.']);
	});
});

describe('a browser of its own kind', () => {
	it('Safari: no addEventListener, and voices that come late without a word', async () => {
		const device = new Device([]);
		const bare = { getVoices: () => device.voices };
		vi.stubGlobal('speechSynthesis', bare);
		const can: boolean[] = [];
		const leave = whenReadable('en', (found) => can.push(found));
		device.voices = british;
		await later(300);
		expect([can[0], can.at(-1)]).toEqual([false, true]);
		leave();
		await later(10_000);
		expect(can.length).toBe(2);
	});

	it('Android: voices that are told late', () => {
		const device = use(new Device([]));
		const can: boolean[] = [];
		const leave = whenReadable('en', (found) => can.push(found));
		device.voices = british;
		device.dispatchEvent(new Event('voiceschanged'));
		leave();
		device.dispatchEvent(new Event('voiceschanged'));
		expect(can).toEqual([false, true]);
	});

	it('no voices, ever: it says so', () => {
		const device = use(new Device([]));
		readAloud([said('One')], told);
		expect([device.words, over]).toEqual([[], ['cannot']]);
	});

	it('no speech at all: it says so', () => {
		vi.stubGlobal('speechSynthesis', undefined);
		readAloud([said('One')], told);
		expect(over).toEqual(['cannot']);
	});

	it('drops what follows a cancel: it is said again', async () => {
		const device = use(
			new (class extends Device {
				override begin(words: Utterance) {
					if (this.said.length > 1) super.begin(words);
				}
			})()
		);
		readAloud([said('One')], told);
		await later(1000);
		expect(device.words).toEqual(['One', 'One']);
		await device.finish();
		expect(over).toEqual(['read']);
	});

	it('says that it was interrupted, of words that come just after a cancel: they are said again', async () => {
		const device = use(new Device());
		readAloud([said('One')], told);
		device.said[0]?.onerror?.({ error: 'interrupted' });
		await later(0);
		expect(device.words).toEqual(['One', 'One']);
	});

	it('drops everything: after three tries it says that it cannot read here', async () => {
		const device = use(
			new (class extends Device {
				override begin() {}
			})()
		);
		readAloud([said('One'), said('Two')], told);
		await later(10_000);
		expect([device.words, over]).toEqual([['One', 'One', 'One'], ['cannot']]);
	});

	it('is busy and cannot be heard, with neither a start nor an end: it says that it cannot read here', async () => {
		use(
			new (class extends Device {
				override begin() {
					this.speaking = true;
				}
			})()
		);
		readAloud([said('One'), said('Two')], told);
		await later(6000);
		expect(over).toEqual(['cannot']);
	});

	it('refuses: it says that it cannot read here', async () => {
		const device = use(new Device());
		readAloud([said('One')], told);
		device.said[0]?.onerror?.({ error: 'not-allowed' });
		await later(0);
		expect(over).toEqual(['cannot']);
	});

	it('never tells an end: when it is silent again, the next words are said', async () => {
		const device = use(new Device());
		readAloud([said('One'), said('Two')], told);
		await later(400);
		device.speaking = false;
		await later(400);
		expect(device.words).toEqual(['One', 'Two']);
	});

	it('tells neither start nor end, but was busy: the next words are said', async () => {
		const device = use(
			new (class extends Device {
				override begin() {
					this.speaking = true;
				}
			})()
		);
		readAloud([said('One'), said('Two')], told);
		await later(400);
		device.speaking = false;
		await later(200);
		expect(device.words).toEqual(['One', 'Two']);
	});

	it('hangs in the middle of a sentence: it goes on with the next', async () => {
		const device = use(new Device());
		readAloud([said('One'), said('Two')], told);
		await later(5000);
		expect(device.words).toEqual(['One', 'Two']);
	});
});
