import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeTurn } from './one-voice.ts';
import { record, recordingType, type LiveRecording, type RecordingEnd } from './recorder.ts';

class Track extends EventTarget {
	onended: (() => void) | null = null;
	onmute: (() => void) | null = null;
	stopped = false;
	stop() {
		this.stopped = true;
	}
}

/** A microphone that a browser gives, and what it says of itself. */
class Recorder {
	static types = ['audio/webm;codecs=opus'];
	static isTypeSupported = (type: string) => Recorder.types.includes(type);
	static last: Recorder;
	/** One that never says that it has ended. */
	static silent = false;
	state = 'inactive';
	slice = 0;
	ondataavailable: ((event: { data: Blob }) => void) | null = null;
	onstop: (() => void) | null = null;
	onerror: (() => void) | null = null;
	readonly options: { mimeType: string; audioBitsPerSecond: number };
	constructor(_stream: unknown, options: { mimeType: string; audioBitsPerSecond: number }) {
		this.options = options;
		Recorder.last = this;
	}
	start(slice: number) {
		[this.state, this.slice] = ['recording', slice];
	}
	/** What was heard last comes after it was stopped. */
	stop() {
		this.state = 'inactive';
		if (Recorder.silent) return;
		queueMicrotask(() => {
			this.hears(3);
			this.onstop?.();
		});
	}
	hears(size: number) {
		this.ondataavailable?.({ data: new Blob([new Uint8Array(size)]) });
	}
}

let track: Track;
let ask: () => Promise<unknown>;
let page: EventTarget & { visibilityState: string; documentElement: { hidden: boolean } };
let sounds: Blob[];
let over: RecordingEnd[];
const told = { sound: (sofar: Blob) => sounds.push(sofar), over: (how: RecordingEnd) => over.push(how) };
const named = (name: string) => Object.assign(new Error(name), { name });
const begun = async () => (await record(told, () => true)) as LiveRecording;
const last = () => sounds.at(-1)?.size;

beforeEach(() => {
	vi.useFakeTimers();
	track = new Track();
	[sounds, over] = [[], []];
	Recorder.types = ['audio/webm;codecs=opus'];
	Recorder.silent = false;
	ask = async () => ({ getTracks: () => [track] });
	page = Object.assign(new EventTarget(), { visibilityState: 'visible', documentElement: { hidden: false } });
	vi.stubGlobal('document', page);
	vi.stubGlobal(
		'MutationObserver',
		class {
			observe() {}
			disconnect() {}
		}
	);
	vi.stubGlobal('addEventListener', () => {});
	vi.stubGlobal('removeEventListener', () => {});
	vi.stubGlobal('MediaRecorder', Recorder);
	vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => ask() } });
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('a recording', () => {
	it('is small, and is handed over whole every second and once more at its end', async () => {
		const live = await begun();
		expect([Recorder.last.slice, Recorder.last.options]).toEqual([
			1000,
			{ mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: 14_000 }
		]);
		Recorder.last.hears(10);
		Recorder.last.hears(0);
		Recorder.last.hears(10);
		expect(sounds.map(({ size }) => size)).toEqual([10, 20]);
		live.stop();
		expect(track.stopped).toBe(true);
		await vi.advanceTimersByTimeAsync(0);
		expect([last(), over]).toEqual([23, ['stopped']]);
		live.stop();
		await vi.advanceTimersByTimeAsync(5000);
		expect(over).toEqual(['stopped']);
	});

	it('ends after a minute', async () => {
		await begun();
		await vi.advanceTimersByTimeAsync(59_999);
		expect(over).toEqual([]);
		await vi.advanceTimersByTimeAsync(1);
		expect([over, track.stopped]).toEqual([['time'], true]);
	});

	it('ends before it is too big, and is never bigger than the home takes', async () => {
		await begun();
		Recorder.last.hears(60_000);
		await vi.advanceTimersByTimeAsync(0);
		expect([over, last()]).toEqual([['full'], 60_003]);
		sounds = [];
		await begun();
		Recorder.last.hears(10);
		Recorder.last.hears(122_871);
		await vi.advanceTimersByTimeAsync(0);
		expect([over, last()]).toEqual([['full', 'full'], 10]);
	});

	it.each([
		['a call comes in', () => track.onmute?.()],
		['the microphone goes', () => track.onended?.()],
		['the browser gives up', () => Recorder.last.onerror?.()],
		['it ends by itself', () => Recorder.last.stop()],
		['something is read aloud', () => takeTurn(() => {})],
		[
			'nobody looks at the page',
			() => {
				page.visibilityState = 'hidden';
				page.dispatchEvent(new Event('visibilitychange'));
			}
		]
	])('stops at once when %s, and what was said is there', async (_, happens) => {
		await begun();
		Recorder.last.hears(10);
		happens();
		await vi.advanceTimersByTimeAsync(0);
		expect([over, track.stopped, last()]).toEqual([['cut'], true, 13]);
	});

	it('silences whoever reads aloud', async () => {
		const reading = vi.fn();
		takeTurn(reading);
		const live = await begun();
		expect(reading).toHaveBeenCalledOnce();
		live.stop();
	});

	it('is over even where the browser never says so', async () => {
		Recorder.silent = true;
		const live = await begun();
		Recorder.last.hears(10);
		live.stop();
		await vi.advanceTimersByTimeAsync(2000);
		expect([over, last()]).toEqual([['stopped'], 10]);
	});
});

describe('there is none', () => {
	it.each([
		['NotAllowedError', 'refused'],
		['SecurityError', 'refused'],
		['NotFoundError', 'none'],
		['OverconstrainedError', 'none'],
		['NotReadableError', 'busy'],
		['NotSupportedError', 'cannot']
	])('where the browser says %s: %s', async (name, why) => {
		ask = () => Promise.reject(named(name));
		expect(await record(told, () => true)).toBe(why);
	});

	it('where the page has gone on before the microphone came, which is let go', async () => {
		expect(await record(told, () => false)).toBe('unwanted');
		expect(track.stopped).toBe(true);
	});

	it('where the recorder cannot begin, and the microphone is let go', async () => {
		vi.stubGlobal(
			'MediaRecorder',
			class extends Recorder {
				override start() {
					throw named('NotSupportedError');
				}
			}
		);
		expect(await record(told, () => true)).toBe('cannot');
		expect(track.stopped).toBe(true);
	});

	it('where this browser does not record, or not as anything that all take', async () => {
		Recorder.types = ['audio/mp4', 'audio/ogg;codecs=opus'];
		expect(recordingType()).toBe('audio/ogg;codecs=opus');
		Recorder.types = ['audio/mp4'];
		expect(recordingType()).toBe('audio/mp4');
		Recorder.types = ['audio/wav'];
		expect(await record(told, () => true)).toBe('cannot');
		vi.stubGlobal('MediaRecorder', undefined);
		expect(recordingType()).toBeNull();
		vi.stubGlobal('MediaRecorder', Recorder);
		vi.stubGlobal('navigator', {}); // without https
		expect(recordingType()).toBeNull();
	});
});
