import { app } from '$lib/app.svelte';
import { LIMITS, type CallArgs } from '$lib/domain/calls';
import type { Id } from '$lib/domain/view';
import { isBlank, lengthOf, tidy } from '$lib/domain/words';
import type { DraftKey } from '$lib/drawer/shown';
import { toBase64 } from '$lib/platform/base64';
import { hashOf, newId } from '$lib/platform/ids';

type Drawing = CallArgs['put_picture'];

/** What somebody has begun to say: a wish or a topic, and who gets it. */
export interface Begun {
	id: Id; // made when it is begun, so that Send pressed twice sends once
	symbol: string | null;
	words: string;
	drawing: Drawing | null;
	readers: Id[] | null; // null: not looked at yet, so the page may propose somebody
	left_out: Id[];
	may_move: boolean;
}

const nothing = (): Begun => ({
	id: newId(),
	symbol: null,
	words: '',
	drawing: null,
	readers: null,
	left_out: [],
	may_move: false
});

/** Something being said, kept in the drawer with every change: it is still there after a lock, a reload or a flat battery. */
export class Saying {
	readonly key: DraftKey;
	#begun = $state.raw<Begun>(nothing());
	/** Whether the drawer was asked for what was begun before. */
	loaded = $state(false);
	/** It was begun on another day, or before a lock. */
	cameBack = $state(false);
	/** Why this device could not keep it. */
	problem = $state<string | null>(null);

	constructor(key: DraftKey) {
		this.key = key;
	}

	async load(): Promise<void> {
		const kept = await app.draft<Begun>(this.key);
		if (kept) this.#begun = { ...nothing(), ...kept };
		this.cameBack = kept !== undefined && !this.isEmpty;
		this.loaded = true;
	}

	get now(): Begun {
		return this.#begun;
	}
	get symbol(): string | null {
		return this.#begun.symbol;
	}
	set symbol(symbol: string | null) {
		this.change({ symbol });
	}
	get words(): string {
		return this.#begun.words;
	}
	set words(words: string) {
		this.change({ words });
	}
	get may_move(): boolean {
		return this.#begun.may_move;
	}
	get readers(): Id[] {
		return this.#begun.readers ?? [];
	}
	/** Whoever gets it is not left out, and the other way round. */
	set readers(readers: Id[]) {
		this.change({ readers, left_out: this.left_out.filter((id) => !readers.includes(id)) });
	}
	get left_out(): Id[] {
		return this.#begun.left_out;
	}
	set left_out(left_out: Id[]) {
		this.change({ left_out, readers: this.readers.filter((id) => !left_out.includes(id)) });
	}

	get isEmpty(): boolean {
		const { symbol, words, drawing } = this.#begun;
		return symbol === null && drawing === null && isBlank(words);
	}

	get isTooLong(): boolean {
		return lengthOf(this.#begun.words) > LIMITS.words;
	}

	change(change: Partial<Begun>): void {
		this.#begun = { ...this.#begun, ...change };
		void app.keepDraft(this.key, this.#begun).then((problem) => (this.problem = problem));
	}

	/** A drawing as it will be sent, or none. */
	async draw(blob: Blob | null): Promise<void> {
		if (!blob) return this.change({ drawing: null });
		const bytes = new Uint8Array(await blob.arrayBuffer());
		this.change({ drawing: { hash: await hashOf(bytes), data: toBase64(bytes) } });
	}

	/** What is said in it, as it is sent. */
	get said() {
		const { id, symbol, words, drawing } = this.#begun;
		return { id, symbol, words: tidy(words), picture: drawing?.hash ?? null };
	}

	/** What goes with the call, in one transaction: the draft out of the drawer, the drawing in. */
	get also() {
		const { drawing } = this.#begun;
		return { draft: this.key, ...(drawing && { pictures: [drawing] }) };
	}

	async throwAway(): Promise<void> {
		this.#begun = nothing();
		this.cameBack = false;
		this.problem = await app.dropDraft(this.key);
	}
}
