import type { CallArgs, CallName } from '../../src/lib/domain/calls.ts';
import { hashOf } from '../../src/lib/platform/ids.ts';
import type { KeepWith } from '../../src/lib/client/view-state.ts';
import type { Chance } from './chance.ts';
import type { Meant, Said } from './model.ts';
import type { Page } from './page.ts';

/** What a person does on a page, in the drawer that is open there. None of it is waited for: the page may die. */
export class Hand {
	#page: Page;
	#meant: Meant;
	#chance: Chance;

	constructor(page: Page, meant: Meant, chance: Chance) {
		this.#page = page;
		this.#meant = meant;
		this.#chance = chance;
	}

	async say(kind: string): Promise<void> {
		await this.#put(this.#meant.say({ ...this.#here(), words: this.#meant.nextWords(kind), draft: null }));
	}

	/** With a drawing, of which no other is the same. */
	async draw(): Promise<void> {
		const said = this.#meant.say({ ...this.#here(), words: this.#meant.nextWords('drawn'), draft: null });
		const bytes = new TextEncoder().encode(said.words);
		said.picture = await hashOf(bytes);
		await this.#put(said, [{ hash: said.picture, data: btoa(said.words) }]);
	}

	/** Writes it down first. */
	async sayWithDraft(kind: string): Promise<void> {
		const { opened } = this.#page.device;
		const [here, words] = [this.#here(), this.#meant.nextWords(kind)];
		const draft = `topic/${words.slice(0, 30)}` as const;
		if (!(await opened!.keepDraft(draft, words)).ok) return;
		const said = this.#meant.say({ ...here, words, draft });
		if (this.#page.device.opened === opened) await this.#put(said);
	}

	async change(): Promise<void> {
		const mine = this.#meant.of(this.#page.person).filter(({ state, item }) => state === 'kept' && item !== '');
		if (mine.length === 0) return;
		const { item } = this.#chance.pick(mine);
		const said = this.#meant.say({ ...this.#here(), words: this.#meant.nextWords('changed'), draft: null });
		const id = crypto.randomUUID();
		await this.#call(said, 'change_topic', { id, item, symbol: null, words: said.words });
	}

	/** Looks for what was begun. Either it lies there still, or it was sent. */
	async lookAtDrafts(): Promise<void> {
		const { opened, person } = this.#page.device.opened ? { ...this.#here(), opened: this.#page.device.opened } : {};
		for (const said of this.#meant.of(person ?? '')) {
			const isOpen = said.state === 'maybe' && (said.page.dead || !said.underWay);
			const isHere = said.page.tablet === this.#page.tablet;
			if (!opened || said.draft === null || !isOpen || !isHere) continue;
			const words = await opened.draft<string>(said.draft);
			if (this.#page.device.opened !== opened) return;
			if (words === undefined) said.state = 'kept';
			else await this.#put(said);
		}
	}

	/** Does something about what was refused. */
	async mendOrDrop(): Promise<void> {
		for (const { call, state, code } of this.#page.shown.waiting ?? []) {
			const id = 'id' in call.args ? call.args.id : '';
			const said = this.#meant.all.find(({ ids }) => ids.includes(id));
			if (state !== 'refused' || !said) continue;
			said.mended = true;
			if (code === 'no_such_thing' || this.#chance.once(3)) await this.#drop(said, call.id);
			else await this.#mend(said, call.id, call.name, call.args);
		}
	}

	#here() {
		return { person: this.#page.person, page: this.#page };
	}

	async #drop(said: Said, id: string): Promise<void> {
		const before = said.state;
		said.state = 'maybe';
		const result = await this.#page.device.opened?.drop(id);
		said.state = result?.ok ? 'dropped' : before;
	}

	async #mend(said: Said, id: string, name: CallName, args: object): Promise<void> {
		const [before, state] = [said.words, said.state];
		said.words = this.#meant.nextWords('mended');
		said.state = 'maybe';
		const mended = { ...args, words: said.words } as CallArgs['change_topic'];
		const result = await this.#page.device.opened?.editAndResend(id, name as 'change_topic', mended);
		said.state = state;
		if (!result?.ok) said.words = before;
	}

	async #put(said: Said, pictures: KeepWith['pictures'] = []): Promise<void> {
		const id = crypto.randomUUID();
		said.item = id;
		const { words, picture, draft } = said;
		const args = { id, symbol: null, words, picture, readers: [], left_out: [], shown: [] };
		await this.#call(said, 'put_topic', args, { pictures, ...(draft !== null && { draft }) });
	}

	async #call<N extends CallName>(
		said: Said,
		name: N,
		args: CallArgs[N] & { id: string },
		also: KeepWith = {}
	): Promise<void> {
		said.ids.push(args.id);
		Object.assign(said, { page: this.#page, state: 'maybe', underWay: true });
		const result = await this.#page.device.opened?.call(name, args, also);
		said.underWay = false;
		if (result?.ok) said.state = 'kept';
		else if (said.draft === null) said.state = 'not'; // with a draft it may still be sent: it must lie there
	}
}
