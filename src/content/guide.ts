import { key, type Key } from '$lib/i18n/words';
import type { DrawingName } from '$lib/ui/icons';
import type { PictureId } from '$lib/ui/symbols';

/** One idea: a picture, and a sentence or two. */
export interface Idea {
	picture: PictureId | DrawingName;
	words: Key;
}
/** A part of the guide. The first four are asked for by law (England, SI 2015/541, regulations 2 and 7). */
export interface Part {
	id: 'expect' | 'support' | 'complain' | 'advocate';
	title: Key;
	ideas: readonly Idea[];
	/** What only the home can say. */
	home: Key;
	people: readonly string[]; // contacts, by id
}

export const guide: readonly Part[] = [
	{
		id: 'expect',
		title: key(($) => $.guide.expect.title),
		ideas: [
			{ picture: 'ear', words: key(($) => $.guide.expect.listen) },
			{ picture: 'envelope', words: key(($) => $.guide.expect.why) },
			{ picture: 'ball', words: key(($) => $.guide.expect.choose) },
			{ picture: 'open_book', words: key(($) => $.guide.expect.records) },
			{ picture: 'shield', words: key(($) => $.guide.expect.safe) }
		],
		home: key(($) => $.guide.expect.home),
		people: []
	},
	{
		id: 'support',
		title: key(($) => $.guide.support.title),
		ideas: [
			{ picture: 'briefcase', words: key(($) => $.guide.support.worker) },
			{ picture: 'calendar', words: key(($) => $.guide.support.visits) },
			{ picture: 'ways', words: key(($) => $.guide.support.review) },
			{ picture: 'nurse', words: key(($) => $.guide.support.health) },
			{ picture: 'magnifier', words: key(($) => $.guide.support.visitor) }
		],
		home: key(($) => $.guide.support.home),
		people: []
	},
	{
		id: 'complain',
		title: key(($) => $.guide.complain.title),
		ideas: [
			{ picture: 'cloud', words: key(($) => $.guide.complain.what) },
			{ picture: 'shield', words: key(($) => $.guide.complain.trouble) },
			{ picture: 'pencil', words: key(($) => $.guide.complain.how) },
			{ picture: 'scales', words: key(($) => $.guide.complain.fair) },
			{ picture: 'envelope', words: key(($) => $.guide.complain.answer) },
			{ picture: 'council', words: key(($) => $.guide.complain.council) }
		],
		home: key(($) => $.guide.complain.home),
		people: ['ofsted', 'help_at_hand']
	},
	{
		id: 'advocate',
		title: key(($) => $.guide.advocate.title),
		ideas: [
			{ picture: 'advocate', words: key(($) => $.guide.advocate.who) },
			{ picture: 'house', words: key(($) => $.guide.advocate.notHome) },
			{ picture: 'ear', words: key(($) => $.guide.advocate.ask) },
			{ picture: 'call', words: key(($) => $.guide.advocate.ring) }
		],
		home: key(($) => $.guide.advocate.home),
		people: ['coram_voice', 'help_at_hand']
	}
];
