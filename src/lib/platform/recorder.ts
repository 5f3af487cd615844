import { RECORDING } from '$lib/domain/recordings.ts';
import { soundLevel } from './sound-level.ts';
import { takeTurn } from './one-voice.ts';
import { onHidden } from './page-lifecycle.ts';
import { whileThere } from './presence.ts';

/** Opus is clear at this few bits; every Safari before 18.4 makes AAC instead. A minute is about 105 kB. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const;
const BITS = 14_000;
/** So often what was said so far is handed over, so that a lock or a flat battery takes no more than this. */
const SLICE = 1000;
/** A browser that never says that it has ended is not waited for any longer. */
const LATE = 2000;

/** stopped: somebody pressed. time, full: that is all that fits. cut: locked, hidden, a call came in, the microphone went. */
export type RecordingEnd = 'stopped' | 'time' | 'full' | 'cut';
/** cannot: this browser does not record. refused: it was told not to. none: no microphone. busy: another has it. unwanted: the page has gone on. */
export type NotRecording = 'cannot' | 'refused' | 'none' | 'busy' | 'unwanted';

interface Told {
	/** All that was said so far, in one piece that can be played. */
	sound(sofar: Blob): void;
	/** Once, after the last sound. */
	over(how: RecordingEnd): void;
}

export interface LiveRecording {
	stop(how?: RecordingEnd): void;
	/** How loud it is at this moment, from 0 to 1. */
	level(): number;
}

/** What this browser records as, where it does at all. */
export function recordingType(): string | null {
	const records = typeof MediaRecorder === 'function' && typeof navigator.mediaDevices?.getUserMedia === 'function';
	return records ? (TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null) : null;
}

/** Asks for the microphone, and records until it is stopped, a minute is over, it is full, or nobody looks at the page any more. */
export async function record(told: Told, isWanted: () => boolean): Promise<LiveRecording | NotRecording> {
	const type = recordingType();
	if (type === null) return 'cannot';
	let stream: MediaStream | null = null;
	try {
		const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true };
		stream = await navigator.mediaDevices.getUserMedia({ audio, video: false });
		if (isWanted()) return begin(stream, type, told);
		letGo(stream);
		return 'unwanted';
	} catch (problem) {
		if (stream) letGo(stream);
		return whyNot(problem);
	}
}

function begin(stream: MediaStream, type: string, told: Told): LiveRecording {
	const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS });
	const said: Blob[] = [];
	let [size, isFull] = [0, false];
	let end: RecordingEnd | null = null;
	let late: ReturnType<typeof setTimeout> | undefined;
	const over = () => {
		if (late === undefined) stop('cut'); // it ended by itself
		clearTimeout(late);
		recorder.onstop = recorder.ondataavailable = null;
		told.over(end ?? 'cut');
	};
	/** The microphone is let go at once; what it heard last still comes. */
	const stop = (how: RecordingEnd = 'stopped') => {
		if (end !== null) return;
		end = how;
		late = setTimeout(over, LATE);
		for (const leave of leaving) leave();
		if (recorder.state !== 'inactive') recorder.stop();
		letGo(stream);
		ear.stop();
	};
	recorder.ondataavailable = ({ data }) => {
		if (data.size === 0 || isFull) return;
		isFull = size + data.size > RECORDING.bytes; // what would be too much is left out, and all that comes after it
		if (!isFull) {
			size += data.size;
			said.push(data);
			told.sound(new Blob(said, { type }));
		}
		if (size + 2 * data.size > RECORDING.bytes) stop('full');
	};
	recorder.onstop = over;
	recorder.onerror = () => stop('cut');
	recorder.start(SLICE);
	const ear = soundLevel(stream);
	for (const track of stream.getTracks()) track.onended = track.onmute = () => stop('cut'); // a call comes in
	const minute = setTimeout(() => stop('time'), RECORDING.seconds * 1000);
	takeTurn(() => stop('cut'));
	const leaving = [onHidden(() => stop('cut')), whileThere(), () => clearTimeout(minute)];
	return { stop, level: ear.level };
}

function letGo(stream: MediaStream): void {
	for (const track of stream.getTracks()) {
		track.onended = track.onmute = null;
		track.stop();
	}
}

function whyNot(problem: unknown): NotRecording {
	const name = problem instanceof Error ? problem.name : '';
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
	return name === 'NotSupportedError' ? 'cannot' : 'busy';
}
