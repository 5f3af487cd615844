/** hear: it is said, and nothing is done. act: it does what it does. still: the same tap again, of a hand that shakes. */
export type Tap = 'hear' | 'act' | 'still';

/** Where the first tap on a thing says it, and the second does it. A tap elsewhere begins anew. */
export class FirstTap<Thing> {
	#heard: Thing | null = null;
	#acting: Thing | null = null;

	/** `count`: how many taps so quickly that the browser takes them for one. */
	tap(thing: Thing, count: number): Tap {
		if (thing === this.#acting) return 'act'; // a label hands its tap on to what lies in it
		if (thing !== this.#heard) {
			this.#heard = thing;
			return 'hear';
		}
		if (count > 1) return 'still';
		this.act();
		return 'act';
	}

	/** What was heard is done now, once: the next tap on it says what it is then. */
	act(): void {
		[this.#acting, this.#heard] = [this.#heard, null];
	}

	/** All that one tap does is done. */
	settle(): void {
		this.#acting = null;
	}

	forget(): void {
		this.#heard = this.#acting = null;
	}
}
