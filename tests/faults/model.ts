import type { DraftKey } from '../../src/lib/client/view-state.ts';
import type { Page } from './page.ts';

/** Something that a person meant to say once. */
export interface Said {
	person: string;
	words: string;
	ids: string[]; // of what was made for it: a second one only where the first was never kept
	item: string;
	/** maybe: nobody knows yet. kept: the app said so. not: it said no. dropped: the person took it away. */
	state: 'maybe' | 'kept' | 'not' | 'dropped';
	picture: string | null; // its hash
	draft: DraftKey | null; // where it lay on the device before it was sent
	page: Page;
	underWay: boolean;
	mended: boolean; // refused once: it may stand elsewhere in the order
}

/** What people meant to say: a plain list. What was kept must arrive once, and nothing else. */
export class Meant {
	all: Said[] = [];
	#count = 0;

	say(said: Pick<Said, 'person' | 'words' | 'page' | 'draft'>): Said {
		const fresh = { ids: [], item: '', picture: null, state: 'maybe', underWay: false, mended: false } as const;
		const one: Said = { ...said, ...fresh, ids: [] };
		this.all.push(one);
		return one;
	}

	nextWords(kind: string): string {
		return `${kind} canary ${++this.#count}${kind === 'big' ? ' big'.repeat(700) : ''}`;
	}

	of(person: string): Said[] {
		return this.all.filter((said) => said.person === person);
	}
}
