import { DAY_PARTS } from '../vocabulary/sessions.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import type { Session, View } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { doubtHere } from '../questions/devices/device-standing.ts';
import { isSymbol } from './new-items.ts';
import { by } from './item-event.ts';
import type { Rules } from './rule.ts';
import { checkSession, withSessionEvent } from './session-event.ts';

/** Our time, as the child has a say in it. */
export const SESSION_REPLIES: Rules<'pick_how' | 'ask_other_time' | 'not_today' | 'tap_session'> = {
	pick_how: {
		check: (view, args) =>
			checkSession(
				view,
				{ args, states: ['planned'], refusal: 'session_not_how_picked', may: mine(view) },
				[!isSymbol(args.symbol), 'bad_symbol'],
				[lengthOf(args.words ?? '') > LIMITS.words, 'too_many_words']
			),
		apply: (view, { args: { id, session, how, symbol, words }, at }) =>
			withSessionEvent(view, session, {
				...by(view, id, at),
				kind: 'how_picked',
				...{ how, symbol, words },
				doubt: doubtHere(view)
			})
	},
	ask_other_time: {
		check: (view, args) =>
			checkSession(
				view,
				{ args, states: ['planned'], refusal: 'session_not_other_time_asked', may: mine(view) },
				[isBlank(args.words) && args.day === null && args.part === null, 'other_time_needs_words'],
				[args.part !== null && !DAY_PARTS.includes(args.part), 'bad_part'],
				[lengthOf(args.words) > LIMITS.words, 'too_many_words']
			),
		apply: (view, { args: { id, session, words, day, part }, at }) =>
			withSessionEvent(view, session, {
				...by(view, id, at),
				kind: 'other_time_asked',
				...{ words, day, part },
				doubt: doubtHere(view)
			})
	},
	not_today: {
		check: (view, args) =>
			checkSession(view, { args, states: ['planned'], refusal: 'session_not_not_today', may: mine(view) }),
		apply: (view, { args: { id, session }, at }) =>
			withSessionEvent(view, session, { ...by(view, id, at), kind: 'not_today', doubt: doubtHere(view) })
	},
	tap_session: {
		check: (view, args) =>
			checkSession(view, { args, states: ['recorded'], refusal: 'session_not_tapped', may: mine(view) }, [
				lengthOf(args.words ?? '') > LIMITS.words,
				'too_many_words'
			]),
		apply: (view, { args: { id, session, mine: helped, ended, words }, at }) =>
			withSessionEvent(view, session, {
				...by(view, id, at),
				kind: 'tapped',
				mine: helped,
				...{ ended, words },
				doubt: null
			})
	}
};

const mine = (view: View) => (session: Session) => session.child_id === view.me;
