import { onHidden } from './page-lifecycle.ts';
import { takeTurn } from './one-voice.ts';
import { splitSpeech } from './split-speech.ts';
import { synth, voiceFor } from './voices.ts';

/** Some words, and the language that they are in. */
export interface Said {
	readonly text: string;
	readonly lang: string;
}
/** read: to the end. stopped: somebody said so, or nobody looks any more. cannot: this device does not read it aloud. */
export type Over = 'read' | 'stopped' | 'cannot';

interface Told {
	/** Which block is being read. */
	at(index: number): void;
	over(how: Over): void;
}

const LOOK_AGAIN = 200; // milliseconds
const DROPPED_AFTER = 600; // a browser that is not even busy by then has thrown the words away
const TRIES = 3;

/** Reads blocks one after another with the device's own voices, until nobody looks at the page any more. Returns how to stop. */
export function readAloud(blocks: readonly (readonly Said[])[], told: Told): () => void {
	const device = synth();
	const pieces = device ? piecesOf(blocks, device.getVoices()) : [];
	let isOver = false;
	const end = (how: Over) => {
		if (isOver) return;
		isOver = true;
		leave();
		device?.cancel();
		told.over(how);
	};
	const stop = () => end('stopped');
	const leave = onHidden(stop);
	takeTurn(stop);
	/** The first words are spoken before anything is awaited: Safari reads only at a press. */
	const read = async (synth: SpeechSynthesis) => {
		if (synth.speaking || synth.pending) synth.cancel();
		for (const { block, ...piece } of pieces) {
			told.at(block);
			for (let tries = TRIES, how = 'dropped'; how === 'dropped'; tries--) {
				if (tries === 0) return end('cannot');
				how = await speak(synth, piece, () => isOver);
				if (isOver) return;
				if (how === 'failed') return end('cannot');
			}
		}
		end('read');
	};
	if (device && pieces.length > 0) void read(device);
	else end('cannot');
	return stop;
}

interface Piece {
	readonly block: number;
	readonly text: string;
	readonly voice: SpeechSynthesisVoice;
}

/** What can be read: in pieces that are short enough, each with its voice. Words that no voice here speaks are left out. */
function piecesOf(blocks: readonly (readonly Said[])[], voices: SpeechSynthesisVoice[]): Piece[] {
	return blocks.flatMap((block, index) =>
		block.flatMap(({ text, lang }) => {
			const voice = voiceFor(voices, lang);
			return voice ? splitSpeech(text).map((piece) => ({ block: index, text: piece, voice })) : [];
		})
	);
}

type How = 'ended' | 'dropped' | 'failed';

/** Says one piece, and notices by itself what a browser does not tell: that it was dropped, has ended, or is not heard at all. */
function speak(device: SpeechSynthesis, { text, voice }: Omit<Piece, 'block'>, isOver: () => boolean): Promise<How> {
	return new Promise((done) => {
		const words = new SpeechSynthesisUtterance(text);
		words.voice = voice;
		words.lang = voice.lang; // Android and Safari go by it alone, and only by the very tag of the voice
		const most = 4000 + text.length * 150; // a slow voice, by far
		let [waited, isBusy, isHeard] = [0, false, false];
		const end = (how: How) => {
			clearInterval(watch);
			words.onend = words.onerror = null;
			done(how);
		};
		// It also keeps the words from being thrown away before they have ended, as Chrome and Safari do.
		const watch = setInterval(() => {
			waited += LOOK_AGAIN;
			const isBusyNow = device.speaking || device.pending;
			if (isOver()) end('ended');
			else if (waited >= most) {
				device.cancel();
				end(isHeard ? 'ended' : 'failed');
			} else if (isBusyNow) isBusy = true;
			else if (isBusy || isHeard) end('ended');
			else if (waited >= DROPPED_AFTER) end('dropped');
		}, LOOK_AGAIN);
		words.onstart = words.onboundary = () => (isHeard = true);
		words.onend = () => end('ended');
		words.onerror = ({ error }) => end(/^(canceled|interrupted)$/.test(error) ? 'dropped' : 'failed');
		device.speak(words);
	});
}
