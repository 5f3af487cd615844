import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import type { CallArgs } from '$lib/domain/calls.ts';
import { isName, isText, listOf, oneOf, orNull, withFields } from '$lib/domain/checks/kinds.ts';
import { FACE } from '$lib/domain/checks/shapes.ts';
import { cardOf } from '$lib/domain/questions/people/cards.ts';
import type { Id } from '$lib/domain/item.ts';
import type { Face } from '$lib/domain/face.ts';
import type { View } from '$lib/domain/view.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';
import { carried } from '$lib/platform/compress-picture.ts';
import { myFace } from '$lib/domain/questions/people/my-face.ts';

type Picture = CallArgs['put_picture'];

interface Drafted {
	id: Id;
	face: Face;
	job: string;
	things: { symbol: string; words: string }[]; // always three lines; an empty one is not sent
	reach: string;
	here: string;
	way: 'keep' | 'draw' | 'photo' | 'none';
	made: Picture | null; // a new drawing or photo
}

const restore = byField<Drafted>({
	id: isName,
	face: withFields(FACE),
	job: isText,
	things: listOf(withFields({ symbol: isText, words: isText })),
	reach: isText,
	here: isText,
	way: oneOf('keep', 'draw', 'photo', 'none'),
	made: orNull(withFields({ hash: isText, data: isText }))
});

export type Missing = 'name' | 'job';

/** One's own card, as it is being made. */
export class CardForm {
	readonly begun: Draft<Drafted>;
	#turn = 0;
	#made: Promise<void> = Promise.resolve();
	readonly #was: { face: Face; picture: string | null };

	constructor(view: View) {
		const card = cardOf(view, view.me);
		this.#was = { face: myFace(view), picture: card?.picture ?? null };
		const lines = [0, 1, 2].map((place) => ({
			symbol: card?.things[place]?.symbol ?? '',
			words: card?.things[place]?.words ?? ''
		}));
		const empty = (): Drafted => ({
			id: newId(),
			face: { ...this.#was.face },
			job: card?.job ?? '',
			things: lines.map((line) => ({ ...line })),
			reach: card?.reach ?? '',
			here: card?.here ?? '',
			way: card?.picture ? 'keep' : 'none',
			made: null
		});
		this.begun = new Draft('card/mine', empty, restore);
	}

	get hasPicture(): boolean {
		return this.#was.picture !== null;
	}

	/** The picture that the card will carry. */
	get picture(): string | null {
		const { way, made } = this.begun.now;
		if (way === 'keep') return this.#was.picture;
		return way === 'none' ? null : (made?.hash ?? null);
	}

	get things(): CallArgs['save_card']['things'] {
		return this.begun.now.things
			.filter(({ words }) => !isBlank(words))
			.map(({ symbol, words }) => ({ symbol: symbol === '' ? null : symbol, words: tidy(words) }));
	}

	/** The card as it would be saved now. */
	get card(): CallArgs['save_card'] {
		const { id, job, reach, here } = this.begun.now;
		return { id, job: tidy(job), things: this.things, reach: tidy(reach), here: tidy(here), picture: this.picture };
	}

	get missing(): Missing[] {
		const { face, job } = this.begun.now;
		return [...(isBlank(face.name) ? (['name'] as const) : []), ...(isBlank(job) ? (['job'] as const) : [])];
	}

	/** A new drawing or photo, small as it will be sent; none where it was taken away. A newer one overtakes it. */
	make(picture: Promise<Blob | null>): void {
		const mine = ++this.#turn;
		this.#made = picture.then(carried).then((made) => {
			if (mine !== this.#turn) return;
			this.begun.now.made = made;
			this.begun.keep();
		});
	}

	/** Saves the name, where it is another one, and the card. Ask for `missing` first. */
	async save(): Promise<Problem | null> {
		await this.#made;
		const { made } = this.begun.now;
		const face = { ...$state.snapshot(this.begun.now.face), name: tidy(this.begun.now.face.name) };
		if (JSON.stringify(face) !== JSON.stringify(this.#was.face)) {
			const problem = await app.call('set_my_face', face);
			if (problem !== null) return problem;
		}
		const { card } = this;
		const pictures = made && made.hash === card.picture ? [$state.snapshot(made)] : [];
		return app.call('save_card', card, { draft: this.begun.key, pictures });
	}
}
