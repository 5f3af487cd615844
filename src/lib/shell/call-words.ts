import type { Call, CallName } from '$lib/domain/calls.ts';
import { key, type Key } from '$lib/i18n/words.ts';
import { isSymbol, type SymbolId } from '$lib/ui/symbols/symbols.ts';

const wish = key(($) => $.notices.what.wish);
const topic = key(($) => $.notices.what.topic);
const complaint = key(($) => $.notices.what.complaint);
const story = key(($) => $.notices.what.story);
const answer = key(($) => $.notices.what.answer);
const session = key(($) => $.notices.what.session);
const promise = key(($) => $.notices.what.promise);
const card = key(($) => $.notices.what.card);
const people = key(($) => $.notices.what.people);
const guide = key(($) => $.notices.what.guide);
const device = key(($) => $.notices.what.device);

const names: Record<CallName, Key> = {
	send_wish: wish,
	send_meeting: key(($) => $.notices.what.meeting),
	send_about_me: key(($) => $.notices.what.about_me),
	put_topic: topic,
	change_topic: topic,
	order_topics: topic,
	complain: complaint,
	handle_item: answer,
	ask_for_another_key_worker: key(($) => $.notices.what.request),
	write_note: key(($) => $.notices.what.note),
	take_back: story,
	let_in: story,
	disown_item: story,
	give_too: story,
	take_from: story,
	say_if_it_helped: story,
	reopen: story,
	open_item: answer,
	plan_item: answer,
	unplan_item: answer,
	answer_item: answer,
	share_to_keep_safe: answer,
	plan_session: session,
	change_session: session,
	cancel_session: session,
	pick_how: session,
	ask_other_time: session,
	not_today: session,
	record_session: session,
	tap_session: session,
	offer_agreement: session,
	agree: session,
	make_promise: promise,
	end_promise: promise,
	save_card: card,
	put_picture: card,
	set_my_face: card,
	set_away: people,
	end_away: people,
	refuse_cover: people,
	add_person: people,
	set_at_work: people,
	person_left: people,
	set_key_worker: people,
	end_key_worker: people,
	set_home: people,
	publish_section: guide,
	approve_section: guide,
	mark_unclear: guide,
	invite: device,
	end_code: device,
	approve_device: device,
	cut_off_device: device,
	keep_device: device,
	invite_tablet: device,
	cut_off_tablet: device
};

/** What a call was, in a few words. */
export const nameOf = (call: Call): Key => names[call.name];

/** The picture that says it, or part of it. */
export const symbolOf = ({ args }: Call): SymbolId | null =>
	'symbol' in args && args.symbol !== null && isSymbol(args.symbol) ? args.symbol : null;

/** The drawing that goes with it. */
export const drawingOf = ({ args }: Call): string | null => ('picture' in args ? args.picture : null);

/** What was said aloud in it. */
export const recordingOf = ({ args }: Call): string | null => ('recording' in args ? (args.recording ?? null) : null);

/** What the person wrote in it, so that it is never lost to them. */
export function wordsOf({ args }: Call): string | null {
	if ('words' in args && args.words) return args.words;
	if ('because' in args && args.because) return args.because;
	if ('lines' in args) return args.lines.map(({ words }) => words).join('\n');
	return 'talked' in args ? [args.talked, args.came, args.went, args.good].filter(Boolean).join('\n') : null;
}
