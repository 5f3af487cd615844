import type { Id } from '$lib/domain/item.ts';

interface Selected {
	/** The item whose story is open. */
	item: Id | null;
	/** The session that is looked at or changed. */
	session: Id | null;
	/** The person whose card is open. */
	person: Id | null;
	/** A device that the person says is not theirs. */
	device: Id | null;
	/** Staff: the child whose plan is open. */
	child: Id | null;
	/** Whoever writes something next gave it to this person first: "Ask for something" on a card. */
	first: Id | null;
	/** A complaint that was sent or opened just now: the lock is not asked for again before its story is left. */
	unlocked: Id | null;
	/** A page of the guide that a child wants to talk about: what the form begins with. */
	about: { page: string; words: string; symbol: string | null } | null;
}

const NONE_SELECTED = {
	item: null,
	session: null,
	person: null,
	device: null,
	child: null,
	first: null,
	unlocked: null,
	about: null
};

/**
 * What was picked on the page before. Addresses and titles name nobody and nothing, so it travels here, in memory, and is gone
 * with the drawer. Set it where the link is pressed: `<a href="/my/card" onclick={() => (selected.person = id)}>`.
 */
export const selected = $state<Selected>({ ...NONE_SELECTED });

export const clearSelected = (): void => void Object.assign(selected, NONE_SELECTED);
