import { compare, instant } from '../time/instants.ts';
import { isStaffHere, personOf } from '../me.ts';
import { mayChange, may } from '../abilities.ts';
import type { Away, View } from '../view.ts';
import type { Id, Item, Reader } from '../item.ts';
import { firstOf, withChanged, type Rules } from './rule.ts';
import { inOrder } from './new-items.ts';

/** Who is away, who covers, and whom the child does not want as a cover. */
export const ABSENCES: Rules<'set_away' | 'end_away' | 'refuse_cover'> = {
	set_away: {
		check: (view, { id, cover, from_at, until, ...args }) => {
			const worker = args.worker ?? view.me;
			const role = personOf(view, worker)?.role;
			const mayNot = worker !== view.me && !(role && mayChange(view, worker, role));
			return firstOf(
				[!may(view, 'listen'), 'not_yours'],
				[mayNot, 'not_yours'],
				[!isStaffHere(view, worker) || (cover !== null && !isStaffHere(view, cover)), 'no_such_person'],
				[instant(until) <= instant(from_at), 'bad_until'],
				[cover === worker, 'covers_another'],
				[view.away.some((one) => one.id === id), 'already_there']
			);
		},
		apply: (view, { args: { id, cover, from_at, until, ...args } }, now) => {
			const worker = args.worker ?? view.me;
			if (instant(until) <= instant(now)) return view;
			const away: Away = { id, worker_id: worker, cover_id: cover, from_at, until, refused_by: [] };
			const keys = (one: Away) => [instant(one.from_at), one.id];
			return { ...view, away: [...view.away, away].sort((a, b) => compare(keys(a), keys(b))) };
		}
	},
	end_away: {
		check: (view, args, now) => {
			const away = view.away.find(({ id }) => id === args.away);
			const isOver = !away || instant(away.until) <= instant(now);
			const mayEnd = away?.worker_id === view.me || may(view, 'run_home');
			return isOver || !mayEnd ? 'no_such_away' : null;
		},
		apply: (view, { args }) => ({ ...view, away: view.away.filter(({ id }) => id !== args.away) })
	},
	refuse_cover: {
		check: (view, args) => (may(view, 'speak') && view.away.some(({ id }) => id === args.away) ? null : 'not_yours'),
		apply: (view, { args }) => {
			const away = withChanged(view.away, args.away, (one) => ({ refused_by: inOrder([...one.refused_by, view.me]) }));
			const next = { ...view, away };
			const items = view.items.map((item) => ({ ...item, readers: withoutCover(next, item, args.away) }));
			return { ...next, items };
		}
	}
};

/** Without those who only covered there: the child may have them as a cover in another absence. */
function withoutCover({ away, me }: View, item: Item, refused: Id): Reader[] {
	const covers = (one: Away, reader: Reader) =>
		one.cover_id === reader.person_id &&
		instant(one.from_at) <= instant(reader.from_at) &&
		instant(reader.until) <= instant(one.until);
	return item.readers.filter((reader) => {
		const standing = reader.why === 'cover' ? away.filter((one) => covers(one, reader)) : [];
		return !standing.some(({ id }) => id === refused) || standing.some((one) => !one.refused_by.includes(me));
	});
}
