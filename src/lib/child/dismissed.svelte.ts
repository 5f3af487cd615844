import type { DraftKey } from '$lib/client/view-state.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';

/** What a person is done with on this device. It lies sealed in the drawer and is never sent: nobody else is told. */
export class Dismissed extends Draft<string[]> {
	constructor(key: DraftKey) {
		super(
			key,
			() => [],
			(kept, empty) => (Array.isArray(kept) ? kept.map(String) : empty)
		);
	}

	/** Until the drawer has been asked, nothing is shown: it is as if all were done. */
	has(what: string): boolean {
		return !this.loaded || this.now.includes(what);
	}

	async add(what: string): Promise<void> {
		this.now = [...this.now.filter((one) => one !== what), what];
		this.keep();
		await this.kept();
	}
	async remove(what: string): Promise<void> {
		this.now = this.now.filter((one) => one !== what);
		this.keep();
		await this.kept();
	}
}

/** What I do not want on my first page: somebody may look over my shoulder. Nothing else of it changes. */
export const offFirstPage = new Dismissed('today/off');
/** Among what is off: all that says what is what. The page is plain. */
export const SAYS_WHAT = 'what';

/** What came back and was opened here. */
export const readNews = new Dismissed('news/read');
