import { RECORDING } from '$lib/domain/recordings.ts';
import type { Words } from '$lib/i18n/words.ts';
import { record, type LiveRecording, type NotRecording, type RecordingEnd } from '$lib/platform/recorder.ts';
import { announce } from '$lib/ui/telling/announce.svelte.ts';
import type { WishDraft } from './wish-draft.svelte.ts';

const LOOK = 100; // milliseconds: the level is drawn as often
const TOLD = [30, 10, 5]; // seconds left, of which a screen reader is told; more would be heard in the recording

/** Somebody says something into a draft: what was said so far lies in it every second. */
export class Saying {
	state = $state<'idle' | 'asking' | 'on'>('idle');
	end = $state<RecordingEnd | null>(null);
	not = $state<Exclude<NotRecording, 'unwanted'> | null>(null);
	left = $state(RECORDING.seconds);
	level = $state(0);
	readonly #draft: () => WishDraft;
	readonly #words: Words;
	#live: LiveRecording | null = null;
	#gone = false;

	constructor(draft: () => WishDraft, words: Words) {
		this.#draft = draft;
		this.#words = words;
	}

	async begin(): Promise<void> {
		if (this.state !== 'idle') return;
		const draft = this.#draft(); // another may have been begun on this page before this one ends
		let over: (how: RecordingEnd) => void = () => {};
		const ended = new Promise<RecordingEnd>((done) => (over = done));
		Object.assign(this, { state: 'asking', not: null, end: null });
		const sound = (sofar: Blob) => draft.say(Promise.resolve(sofar));
		const live = await record({ sound, over: (how) => over(how) }, () => !this.#gone && draft.isMine);
		if (typeof live === 'string') {
			this.state = 'idle';
			this.not = live === 'unwanted' ? null : live;
			return;
		}
		this.#live = live;
		draft.saying(() => live.stop(), ended);
		this.state = 'on';
		const clock = this.#count(Date.now());
		this.end = await ended;
		clearInterval(clock);
		Object.assign(this, { state: 'idle', level: 0 });
		this.#live = null;
		if (!this.#gone) this.#tell(this.#words.t((w) => w.voice.end[this.end ?? 'stopped']));
	}

	stop(): void {
		this.#live?.stop();
	}

	/** The screen goes: the microphone is let go at once. */
	leave(): void {
		this.#gone = true;
		this.#live?.stop('cut');
	}

	#count(since: number) {
		this.left = RECORDING.seconds;
		return setInterval(() => {
			const left = Math.max(0, RECORDING.seconds - Math.floor((Date.now() - since) / 1000));
			if (left !== this.left && TOLD.includes(left)) this.#tell(this.#words.t(($) => $.voice.left, { count: left }));
			this.left = left;
			this.level = this.#live?.level() ?? 0;
		}, LOOK);
	}

	readonly #tell = (said: string): void => announce(said);
}
