import { app } from '$lib/client/app.svelte.ts';
import { LIMITS } from '$lib/domain/vocabulary/limits.ts';
import { type CallArgs } from '$lib/domain/calls.ts';
import { UNDO } from '$lib/domain/undo.ts';
import type { Id } from '$lib/domain/view.ts';
import { isBlank, lengthOf, tidy } from '$lib/domain/text/words.ts';
import type { DraftKey } from '$lib/client/local/shown.ts';
import { newId } from '$lib/platform/ids.ts';
import { carried } from '$lib/platform/small-picture.ts';

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
	#turn = 0;
	#drawn: Promise<void> = Promise.resolve();
	#kept: Promise<void> = Promise.resolve();
	/** Whether the drawer was asked for what was begun before. */
	loaded = $state(false);
	/** It was begun on another day, or before a lock. */
	cameBack = $state(false);
	/** What was thrown away a moment ago, and until when it can come back. It is kept nowhere but on this page. */
	thrown = $state.raw<{ begun: Begun; until: number } | null>(null);
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
		this.#kept = app.keepDraft(this.key, this.#begun).then((problem) => void (this.problem = problem));
	}

	/** Fills in what may be said. It is kept only when the person changes something. */
	propose({ words, symbol }: Pick<Begun, 'words' | 'symbol'>): void {
		this.#begun = { ...this.#begun, words, symbol };
	}

	/** A drawing as it will be sent, or none. A newer one overtakes it. */
	draw(picture: Promise<Blob | null>): void {
		const mine = ++this.#turn;
		this.#drawn = picture.then(carried).then((drawing) => {
			if (mine === this.#turn) this.change({ drawing });
		});
	}

	/** Whoever goes on or sends waits for this: else the last line would be missing. */
	drawn(): Promise<void> {
		return this.#drawn;
	}

	/** Until it lies in the drawer, or `problem` says why not. Only then may a page say that it is kept. */
	async kept(): Promise<void> {
		await this.#drawn;
		await this.#kept;
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
		this.thrown = { begun: this.#begun, until: Date.now() + UNDO };
		this.#begun = nothing();
		this.cameBack = false;
		this.problem = await app.dropDraft(this.key);
	}

	bringBack(): void {
		if (this.thrown) this.change(this.thrown.begun);
		this.thrown = null;
		this.cameBack = true;
	}
}
