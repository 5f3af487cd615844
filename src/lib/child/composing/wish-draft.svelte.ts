import { LIMITS } from '$lib/domain/vocabulary/limits.ts';
import { type CallArgs } from '$lib/domain/calls.ts';
import { isBoolean, isName, isText, names, orNull, textOrNone, withFields } from '$lib/domain/checks/kinds.ts';
import { isBegunAboutMe, isBegunMeeting } from '$lib/domain/checks/meeting-shape.ts';
import { emptyMeeting, isEmptyMeeting, tooLong } from '$lib/domain/meeting.ts';
import type { AboutMe } from '$lib/domain/vocabulary/about-me.ts';
import type { Meeting } from '$lib/domain/vocabulary/meeting.ts';
import type { Id } from '$lib/domain/item.ts';
import { isBlank, lengthOf, tidy } from '$lib/domain/text/words.ts';
import type { DraftKey } from '$lib/client/view-state.ts';
import { FormDraft } from '$lib/draft/form-draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';
import { carried } from '$lib/platform/compress-picture.ts';

/** What somebody has begun to say: a wish, a topic or a page for a review, and who gets it. */
interface Fields {
	id: Id; // made when it is begun, so that Send pressed twice sends once
	symbol: string | null;
	words: string;
	drawing: CallArgs['put_picture'] | null;
	recording: CallArgs['put_picture'] | null; // what was said aloud
	readers: Id[] | null; // null: not looked at yet, so the page may propose somebody
	left_out: Id[];
	may_move: boolean;
	wants: string[]; // of a complaint: what should happen, as the pictures name it
	meeting: Meeting; // of a page for a review: what stands on it
	about: AboutMe; // what I tell of myself
}

const empty = (): Fields => ({
	id: newId(),
	symbol: null,
	words: '',
	drawing: null,
	recording: null,
	readers: null,
	left_out: [],
	may_move: false,
	wants: [],
	meeting: emptyMeeting(),
	about: { parts: [] }
});

const isPut = orNull(withFields({ hash: isText, data: isText }));

const restore = byField<Fields>({
	id: isName,
	symbol: textOrNone,
	words: isText,
	drawing: isPut,
	recording: isPut,
	readers: orNull(names),
	left_out: names,
	may_move: isBoolean,
	wants: names,
	meeting: isBegunMeeting,
	about: isBegunAboutMe
});

/** Something that a child is about to say: a wish, a topic for the list, a complaint, or the wish for another key worker. */
export class WishDraft extends FormDraft<Fields> {
	#turns = { drawing: 0, recording: 0 };
	#drawn: Promise<unknown> = Promise.resolve();
	#saying: { stop: () => void; over: Promise<unknown> } | null = null;

	constructor(key: DraftKey) {
		super(key, empty, restore);
	}

	protected override found(): void {
		this.cameBack = !this.isEmpty;
	}

	get symbol(): string | null {
		return this.now.symbol;
	}
	set symbol(symbol: string | null) {
		this.change({ symbol });
	}
	get words(): string {
		return this.now.words;
	}
	set words(words: string) {
		this.change({ words });
	}
	get recording(): string | null {
		return this.now.recording?.hash ?? null;
	}
	get may_move(): boolean {
		return this.now.may_move;
	}
	get readers(): Id[] {
		return this.now.readers ?? [];
	}
	/** Whoever gets it is not left out, and the other way round. */
	set readers(readers: Id[]) {
		this.change({ readers, left_out: this.left_out.filter((id) => !readers.includes(id)) });
	}
	get left_out(): Id[] {
		return this.now.left_out;
	}
	set left_out(left_out: Id[]) {
		this.change({ left_out, readers: this.readers.filter((id) => !left_out.includes(id)) });
	}

	get isEmpty(): boolean {
		const { symbol, words, drawing, recording, meeting, about } = this.now;
		if (about.parts.length > 0) return false;
		return symbol === null && drawing === null && recording === null && isBlank(words) && isEmptyMeeting(meeting);
	}

	get isTooLong(): boolean {
		return lengthOf(this.now.words) > LIMITS.words || tooLong(this.now.meeting).length > 0;
	}

	/** Fills in what may be said. It is kept only when the person changes something. */
	propose({ words, symbol }: Pick<Fields, 'words' | 'symbol'>): void {
		Object.assign(this.now, { words, symbol });
	}

	/** A drawing as it will be sent, or none. A newer one overtakes it. */
	draw(picture: Promise<Blob | null>): void {
		this.#take('drawing', picture);
	}

	/** What was said aloud, or none, likewise. */
	say(sound: Promise<Blob | null>): void {
		this.#take('recording', sound);
	}

	/** Somebody says something now. Whoever goes on, sends or keeps it stops that, and has the last of it too. */
	saying(stop: () => void, over: Promise<unknown>): void {
		this.#saying = { stop, over };
	}

	/** Whoever goes on or sends waits for this: else the last line, or the last word, would be missing. */
	async drawn(): Promise<void> {
		this.#saying?.stop();
		await this.#saying?.over;
		await this.#drawn;
	}

	#take(what: 'drawing' | 'recording', made: Promise<Blob | null>): void {
		const mine = ++this.#turns[what];
		const taken = made.then(carried).then((one) => {
			if (mine === this.#turns[what]) this.change(what === 'drawing' ? { drawing: one } : { recording: one });
		});
		this.#drawn = Promise.all([this.#drawn, taken]);
	}

	override async kept(): Promise<void> {
		await this.drawn();
		await super.kept();
	}

	/** What is said in it, as a call takes it. */
	toArgs() {
		const { id, symbol, words, drawing, recording } = this.now;
		const aloud = recording && { recording: recording.hash };
		return { id, symbol, words: tidy(words), picture: drawing?.hash ?? null, ...aloud };
	}

	/** What goes with the call, in one transaction: the draft out of the drawer, the drawing and the recording in. */
	get attachments() {
		const { drawing, recording } = this.now;
		const pictures = [drawing, recording].flatMap((one) => (one ? [{ ...one }] : []));
		return { draft: this.key, ...(pictures.length > 0 && { pictures }) };
	}
}
