import type { View } from '../../src/lib/domain/view.ts';

/** The lists of a view in which nothing stands: new ones each time. */
export function emptyLists() {
	return {
		...{ people: [], key_workers: [], away: [], cards: [], items: [], waiting: [], oversight: [] },
		...{ house: [], handover: [], sessions: [] },
		...{ promises: [], agreements: [], sections: [], devices: [], invites: [] }
	} satisfies Partial<View>;
}
