import type { Call, CallArgs, CallName } from '$lib/domain/calls.ts';
import type { Subject } from '$lib/domain/questions/items/addressees.ts';
import { whoWillSee } from '$lib/domain/reading/reading.ts';
import { mayRecord } from '$lib/domain/recordings.ts';
import type { Id } from '$lib/domain/item.ts';
import type { ItemKind } from '$lib/domain/vocabulary/items.ts';
import type { View } from '$lib/domain/view.ts';

/** What of a refused call a person can change in place: its words, who gets it. Null: that is not in it. */
export function mendable({ args }: Call): { words: string | null; readers: Id[] | null } {
	return {
		words: 'words' in args && typeof args.words === 'string' ? args.words : null,
		readers: 'readers' in args ? args.readers : null
	};
}

/** Whom it may go to depends on this. */
export function subjectOf(view: View, { args }: Call): Subject {
	return {
		child: 'child' in args ? args.child : view.me,
		about: 'about' in args ? args.about : null,
		picked: 'readers' in args ? args.readers : []
	};
}

type Mended = { [N in CallName]: { name: N; args: CallArgs[N] } }[CallName];

/** The same call with other words or other readers. Whom it shows is worked out anew. */
export function mended(view: View, call: Call, change: { words: string; readers: Id[] }, now: Date): Mended | null {
	const words = change.words.trim();
	const to = (kind: ItemKind) => ({ words, ...addressed(view, call, { kind, readers: change.readers, now }) });
	const said = (kind: ItemKind) => ({ ...to(kind), ...(!mayRecord(view.home) && { recording: null }) }); // turned off since
	const { name, args } = call;
	switch (name) {
		case 'send_wish':
			return { name, args: { ...args, ...said('wish') } };
		case 'send_meeting':
			return { name, args: { ...args, ...said('meeting') } };
		case 'send_about_me':
			return { name, args: { ...args, ...said('about_me') } };
		case 'put_topic':
			return { name, args: { ...args, ...said('topic') } };
		case 'complain':
			return { name, args: { ...args, ...said('complaint') } };
		case 'ask_for_another_key_worker':
			return { name, args: { ...args, ...said('request') } };
		case 'write_note':
			return { name, args: { ...args, ...to('note') } };
		case 'change_topic':
			return { name, args: { ...args, words } };
		case 'ask_other_time':
			return { name, args: { ...args, words } };
		case 'reopen':
			return { name, args: { ...args, words } };
		case 'make_promise':
			return { name, args: { ...args, words } };
		default:
			return null;
	}
}

interface To {
	kind: ItemKind;
	readers: Id[];
	now: Date;
}

/** Whoever is picked is not left out any more. */
function addressed(
	view: View,
	{ args }: Call,
	{ kind, readers, now }: To
): { readers: Id[]; left_out: Id[]; shown: Id[] } {
	const left_out = 'left_out' in args ? args.left_out.filter((id) => !readers.includes(id)) : [];
	const draft = {
		kind,
		readers,
		left_out,
		shown: [],
		may_move: 'may_move' in args && args.may_move,
		about: 'about' in args ? args.about : null,
		...('child' in args && { child: args.child })
	};
	const shown = whoWillSee(view, draft, now.toISOString()).map(({ person_id }) => person_id);
	return { readers, left_out, shown: [...new Set(shown)] };
}
