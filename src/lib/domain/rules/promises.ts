import { LIMITS } from '../vocabulary/limits.ts';
import { compare, instant } from '../time/instants.ts';
import { isStaffHere, iWorkWith, sessionOf } from '../me.ts';
import { may } from '../abilities.ts';
import { byDue } from '../questions/time/promises.ts';
import type { Pledge } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { firstOf, withChanged, type Rule, type Rules } from './rule.ts';

const MAKE: Rule<'make_promise'> = {
	check: (view, args, now) => {
		const { id, child, owner, words } = args;
		const session = sessionOf(view, args.session);
		const mayMake =
			iWorkWith(view, now).includes(child) &&
			isStaffHere(view, owner) &&
			(args.session === null || session?.child_id === child);
		return firstOf(
			[!mayMake, 'not_yours'],
			[isBlank(words) || lengthOf(words) > LIMITS.line, 'promise_needs_words'],
			[view.promises.some((one) => one.id === id), 'already_there']
		);
	},
	apply: (view, { args, at }, now) => {
		const { id, child, session, owner, words, due } = args;
		if (owner !== view.me && !may(view, 'see_sessions', { child, now })) return view;
		const promise: Pledge = {
			...{ id, child_id: child, session_id: session, owner_id: owner, made_by: view.me },
			...{ words, due, made_at: at, ended_at: null, kept: null, because: null }
		};
		const promises = [...view.promises, promise];
		return { ...view, promises: promises.sort(byDue) };
	}
};

const END: Rule<'end_promise'> = {
	check: (view, args, now) => {
		const promise = view.promises.find(({ id }) => id === args.promise);
		if (!promise) return 'not_yours';
		const mayEnd = promise.owner_id === view.me || iWorkWith(view, now).includes(promise.child_id);
		return firstOf(
			[!mayEnd, 'not_yours'],
			[lengthOf(args.because) > LIMITS.line, 'because_too_long'],
			[!args.kept && isBlank(args.because), 'broken_needs_reason'],
			[promise.ended_at !== null, 'already_there']
		);
	},
	apply: (view, { args: { promise, kept, because }, at }) => ({
		...view,
		promises: withChanged(view.promises, promise, () => ({ ended_at: at, kept, because }))
	})
};

const OFFER: Rule<'offer_agreement'> = {
	check: (view, args, now) =>
		firstOf(
			[!may(view, 'offer_agreement', { child: args.child, now }), 'not_yours'],
			[lengthOf(args.how_often) > LIMITS.line, 'how_often_too_long'],
			[lengthOf(args.how_to_stop) > LIMITS.line, 'how_to_stop_too_long'],
			[lengthOf(args.notes_kept) > LIMITS.line, 'notes_too_long'],
			[lengthOf(args.where_we_meet) > LIMITS.line, 'where_too_long'],
			[view.agreements.some(({ id }) => id === args.id), 'already_there']
		),
	apply: (view, { args: { id, child, ...terms }, at }) => {
		const agreed = [{ person_id: view.me, at }]; // whoever offers it has said yes to it
		const others = view.agreements.filter(({ child_id }) => child_id !== child);
		const agreements = [...others, { id, child_id: child, made_by: view.me, made_at: at, ...terms, agreed }];
		const byAge = (a: { id: string; made_at: string }) => [instant(a.made_at), a.id];
		return { ...view, agreements: agreements.sort((a, b) => compare(byAge(a), byAge(b))) };
	}
};

const AGREE: Rule<'agree'> = {
	check: (view, args, now) => {
		const agreement = view.agreements.find(({ id }) => id === args.agreement);
		if (!agreement) return 'not_yours';
		const { child_id } = agreement;
		return child_id === view.me || iWorkWith(view, now).includes(child_id) ? null : 'not_yours';
	},
	apply: (view, { args, at }) => ({
		...view,
		agreements: withChanged(view.agreements, args.agreement, ({ agreed }) =>
			agreed.some(({ person_id }) => person_id === view.me) ? {} : { agreed: [...agreed, { person_id: view.me, at }] }
		)
	})
};

/** Promises, and "how we meet". */
export const PROMISES: Rules<'make_promise' | 'end_promise' | 'offer_agreement' | 'agree'> = {
	make_promise: MAKE,
	end_promise: END,
	offer_agreement: OFFER,
	agree: AGREE
};
