import { LIMITS } from '$lib/domain/vocabulary/limits.ts';
import { type CallArgs } from '$lib/domain/calls.ts';
import { isBoolean, isName, isText, names, orNull, textOrNone, withFields } from '$lib/domain/checks/kinds.ts';
import { isBegunMeeting } from '$lib/domain/checks/meeting-shape.ts';
import { emptyMeeting, isEmptyMeeting, tooLong } from '$lib/domain/meeting.ts';
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
	readers: Id[] | null; // null: not looked at yet, so the page may propose somebody
	left_out: Id[];
	may_move: boolean;
	wants: string[]; // of a complaint: what should happen, as the pictures name it
	meeting: Meeting; // of a page for a review: what stands on it
}

const empty = (): Fields => ({
	id: newId(),
	symbol: null,
	words: '',
	drawing: null,
	readers: null,
	left_out: [],
	may_move: false,
	wants: [],
	meeting: emptyMeeting()
});

const restore = byField<Fields>({
	id: isName,
	symbol: textOrNone,
	words: isText,
	drawing: orNull(withFields({ hash: isText, data: isText })),
	readers: orNull(names),
	left_out: names,
	may_move: isBoolean,
	wants: names,
	meeting: isBegunMeeting
});

/** Something that a child is about to say: a wish, a topic for the list, a complaint, or the wish for another key worker. */
export class WishDraft extends FormDraft<Fields> {
	#turn = 0;
	#drawn = Promise.resolve();

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
		const { symbol, words, drawing, meeting } = this.now;
		return symbol === null && drawing === null && isBlank(words) && isEmptyMeeting(meeting);
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
		const mine = ++this.#turn;
		this.#drawn = picture.then(carried).then((drawing) => {
			if (mine === this.#turn) this.change({ drawing });
		});
	}

	/** Whoever goes on or sends waits for this: else the last line would be missing. */
	drawn(): Promise<void> {
		return this.#drawn;
	}

	override async kept(): Promise<void> {
		await this.#drawn;
		await super.kept();
	}

	/** What is said in it, as a call takes it. */
	toArgs() {
		const { id, symbol, words, drawing } = this.now;
		return { id, symbol, words: tidy(words), picture: drawing?.hash ?? null };
	}

	/** What goes with the call, in one transaction: the draft out of the drawer, the drawing in. */
	get attachments() {
		const { drawing } = this.now;
		return { draft: this.key, ...(drawing && { pictures: [{ ...drawing }] }) };
	}
}
