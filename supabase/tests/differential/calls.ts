import type { CallArgs, CallName } from '../../../src/lib/domain/calls.ts';
import { DOING } from './doing.ts';
import { PEOPLE } from './people.ts';
import { SAYING, type Writer } from './saying.ts';
import { SECTIONS } from './sections.ts';

/** Arguments for every call, made up out of what the writer sees. */
export const ARGS: { [N in CallName]: (writer: Writer) => CallArgs[N] } = {
	...SAYING,
	...DOING,
	...PEOPLE,
	...SECTIONS
};

/** How often each is tried: what others need to happen at all comes often. */
const CHILD: Weights = {
	...{
		send_wish: 9,
		send_meeting: 4,
		send_about_me: 3,
		put_topic: 6,
		complain: 3,
		ask_for_another_key_worker: 2,
		change_topic: 3,
		order_topics: 3
	},
	...{ take_back: 2, let_in: 3, give_too: 5, take_from: 4, say_if_it_helped: 6, reopen: 9, pick_how: 3 },
	...{ ask_other_time: 3, not_today: 3, end_code: 1 },
	...{ tap_session: 4, agree: 2, offer_agreement: 1, refuse_cover: 2, set_my_face: 1, approve_device: 1 },
	...{ cut_off_device: 1, keep_device: 1, disown_item: 2, put_picture: 1, mark_unclear: 3 }
};
const ADULT: Weights = {
	...{ open_item: 9, answer_item: 12, plan_item: 9, unplan_item: 3, handle_item: 3, share_to_keep_safe: 5 },
	...{
		write_note: 4,
		take_back: 1,
		let_in: 2,
		give_too: 1,
		take_from: 1,
		plan_session: 9,
		change_session: 2,
		cancel_session: 2
	},
	...{ record_session: 4, make_promise: 4, end_promise: 4, offer_agreement: 1, agree: 2, save_card: 1 },
	...{
		put_picture: 1,
		set_my_face: 1,
		set_away: 3,
		end_away: 2,
		invite: 1,
		end_code: 1,
		approve_device: 1,
		cut_off_device: 1
	},
	...{ approve_section: 2, invite_tablet: 2, cut_off_tablet: 1 }
};
const ABOVE: Weights = {
	...{ ...ADULT, add_person: 3, set_at_work: 6, person_left: 1, set_key_worker: 9, end_key_worker: 3, invite: 2 },
	...{ set_home: 3, set_away: 5, end_away: 3, publish_section: 4 }
};
const ALL = Object.keys(ARGS) as CallName[];

type Weights = Partial<Record<CallName, number>>;

/** A call such as this person would make; seldom one that is not theirs. */
export function callName({ random, view }: Writer): CallName {
	const role = view.people.find(({ id }) => id === view.me)?.role;
	if (random.once(15)) return random.pick(ALL);
	const weights = role === 'child' ? CHILD : role === 'worker' ? ADULT : ABOVE;
	return random.pick(ALL.flatMap((name) => Array.from({ length: weights[name] ?? 0 }, () => name)));
}
