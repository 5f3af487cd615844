import { can } from '../abilities.ts';
import type { Addressed, Facts, Present } from './facts.ts';
import { instant } from '../time/instants.ts';
import type { Id } from '../item.ts';
import type { KeyWorker } from '../view.ts';
import { isAsked, type Why } from '../vocabulary/items.ts';

/** Who holds an item, from when and until when, before anybody is left out and before anybody covers. */
export interface AssignedReader {
	holder: Present;
	why: Exclude<Why, 'cover'>;
	words: boolean;
	from: number;
	until: number;
}

/** The child's picks, then (if it moves) the other key workers, the managers, the responsible individuals; and whom it was raised with. */
export function assignedReaders(facts: Facts, item: Addressed): AssignedReader[] {
	return [...author(facts, item), ...picked(facts, item), ...next(facts, item), ...raised(facts, item)];
}

const known = (facts: Facts, id: Id): Present[] => [facts.people.get(id) ?? []].flat();

function author(facts: Facts, item: Addressed): AssignedReader[] {
	if (item.kind !== 'note') return [];
	return known(facts, item.author_id).map((holder) => ({
		holder,
		why: 'author' as const,
		words: true,
		from: item.sent,
		until: Infinity
	}));
}

function picked(facts: Facts, item: Addressed): AssignedReader[] {
	return item.picked.flatMap(({ id }) =>
		known(facts, id).map((holder) => ({
			holder,
			why: 'picked' as const,
			words: true,
			from: item.sent,
			until: Infinity
		}))
	);
}

function raised(facts: Facts, item: Addressed): AssignedReader[] {
	return item.raised.flatMap(({ with_ids, at }) =>
		with_ids.flatMap((id) =>
			known(facts, id).map((holder) => ({ holder, why: 'raised' as const, words: true, from: at, until: Infinity }))
		)
	);
}

/**
 * The managers and the child's other key workers at the same time, then whoever comes last: a manager hears a child with one
 * key worker as soon as a child with two.
 */
function next(facts: Facts, item: Addressed): AssignedReader[] {
	if (!item.moves) return [];
	const people = [...facts.people.values()];
	const moves = movesAt(item, item.moves, goneAt(facts, item));
	const nextPeople = [
		...nextWorkers(facts, item).flatMap((one) =>
			known(facts, one.worker_id).map((holder) => ({ holder, since: instant(one.from_at), until: endOf(one) }))
		),
		...inLine(people, 'next_in_line')
	];
	const isThere = nextPeople.some(({ holder, since, until }) => {
		const isHere = since <= moves(1) && moves(1) < Math.min(until, holder.works_until);
		return isHere && holder.id !== item.about_id && !isPickedOrOut(item, holder.id);
	});
	// Whoever comes when it is closed gets no old things
	const handed = (at: number, { holder, since, until }: NextPerson): AssignedReader[] => {
		const from = Math.max(at, since);
		if (from > item.closed || wasPicked(item, holder.id)) return [];
		return [{ holder, why: 'handed_on', words: item.may_move, from, until }];
	};
	return [
		...nextPeople.flatMap((one) => handed(moves(1), one)),
		...inLine(people, 'last_in_line').flatMap((one) => handed(moves(1 + Number(isThere)), one))
	];
}

interface NextPerson {
	holder: Present;
	since: number;
	until: number;
}

const inLine = (people: Present[], ability: 'next_in_line' | 'last_in_line'): NextPerson[] =>
	people.filter(({ role }) => can(role, ability)).map((holder) => ({ holder, since: holder.from, until: Infinity }));

/** Only what was sent to a key worker goes to the child's other key workers. */
function nextWorkers(facts: Facts, item: Addressed): KeyWorker[] {
	if (!isAsked(item.kind) || !item.picked.some((one) => one.as_key_worker)) return [];
	return facts.key_workers.filter((one) => one.child_id === item.child_id);
}

/** Two clocks, unread and unanswered: when an item reaches its next people, step by step. */
function movesAt(item: Addressed, { unread, answer }: { unread: number; answer: number }, gone: number) {
	return (step: number): number => {
		const untilRead = item.asked + step * unread;
		const stillUnread = item.opened === null || item.opened > untilRead;
		return Math.min(
			stillUnread ? untilRead : Infinity,
			item.asked + step * answer,
			Math.max(gone, item.asked) + (step - 1) * answer
		);
	};
}

/** When the last of those picked stopped being there: a pick is of the person, whatever becomes of their role. */
function goneAt(facts: Facts, item: Addressed): number {
	return Math.max(...item.picked.flatMap(({ id }) => known(facts, id).map((one) => one.works_until)));
}

const endOf = (relation: KeyWorker): number => instant(relation.until);

const wasPicked = (item: Addressed, id: Id): boolean => item.picked.some((one) => one.id === id);

const isPickedOrOut = (item: Addressed, id: Id): boolean => wasPicked(item, id) || item.left_out.includes(id);
