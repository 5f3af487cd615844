import { takeTurn } from '$lib/platform/one-voice.ts';
import { onHidden } from '$lib/platform/page-lifecycle.ts';
import { whileThere } from '$lib/platform/presence.ts';

/** So far that every recording is over: a browser that wrote no length into it looks for its end there. */
const FAR = 1e7;

/** A recording while it is played: fetched and opened at the first press, and let go with its screen. */
export class Playing {
	on = $state(false);
	failed = $state(false);
	/** How long it is. 0: not known before it was played. */
	seconds = $state(0);
	#at = $state(0);
	#sound: HTMLAudioElement | null = null;
	#own: string | null = null;
	#leave = () => {};

	/** How much of it was heard, from 0 to 1. */
	get part(): number {
		return this.seconds > 0 ? Math.min(1, this.#at / this.seconds) : 0;
	}

	/** Plays it, or holds it where it is. */
	async turn(from: string | Blob): Promise<void> {
		if (this.on) return this.pause();
		this.#sound ??= this.#make(from);
		takeTurn(() => this.pause());
		this.on = true;
		const left = [whileThere(), onHidden(() => this.pause())];
		this.#leave = () => left.forEach((leave) => leave());
		try {
			await this.#measured(this.#sound);
			if (this.on) await this.#sound.play();
		} catch {
			if (this.on) this.#fail();
		}
	}

	pause(): void {
		this.#sound?.pause();
		this.on = false;
		this.#leave();
	}

	/** Nothing of it is left on the page. */
	end(): void {
		this.pause();
		this.#sound?.removeAttribute('src');
		this.#sound = null;
		if (this.#own) URL.revokeObjectURL(this.#own);
		this.#own = null;
	}

	#make(from: string | Blob): HTMLAudioElement {
		if (typeof from !== 'string') this.#own = URL.createObjectURL(from);
		const sound = new Audio(this.#own ?? String(from));
		sound.load(); // Safari waits to be told, at a press
		sound.onended = () => this.pause();
		sound.onerror = () => this.#fail();
		sound.ontimeupdate = () => (this.#at = sound.currentTime);
		return sound;
	}

	#fail(): void {
		this.failed = true;
		this.end();
	}

	/** How long it is: what a browser recorded says so only at its end. */
	async #measured(sound: HTMLAudioElement): Promise<void> {
		if (this.seconds > 0) return;
		await once(sound, 'loadedmetadata', () => sound.readyState > 0);
		if (!Number.isFinite(sound.duration)) {
			sound.currentTime = FAR;
			await once(sound, 'durationchange', () => Number.isFinite(sound.duration));
			sound.currentTime = 0;
		}
		this.seconds = Number.isFinite(sound.duration) ? sound.duration : 0;
	}
}

const LATE = 3000;

/** Until it is so, or it is too late to wait: then it is played without. */
function once(sound: HTMLAudioElement, event: string, isSo: () => boolean): Promise<void> {
	if (isSo()) return Promise.resolve();
	return new Promise((done) => {
		const look = () => {
			if (!isSo()) return;
			clearTimeout(late);
			end();
		};
		const end = () => {
			sound.removeEventListener(event, look);
			done();
		};
		const late = setTimeout(end, LATE);
		sound.addEventListener(event, look);
	});
}
