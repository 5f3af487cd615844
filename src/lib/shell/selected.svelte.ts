import type { Id } from '$lib/domain/view.ts';

/**
 * What was picked on the page before. Addresses and titles name nobody and nothing, so it travels here, in memory, and is gone
 * with the drawer. Set it where the link is pressed: `<a href="/my/card" onclick={() => (selected.person = id)}>`.
 */
class Selected {
	/** The item whose story is open. */
	item = $state<Id | null>(null);
	/** The session that is looked at or changed. */
	session = $state<Id | null>(null);
	/** The person whose card is open. */
	person = $state<Id | null>(null);
	/** A device that the person says is not theirs. */
	device = $state<Id | null>(null);
	/** Staff: the child whose plan is open. */
	child = $state<Id | null>(null);
	/** Whoever writes something next gave it to this person first: "Ask for something" on a card. */
	first = $state<Id | null>(null);
	/** A page of the guide that a child wants to talk about: what the form begins with. */
	about = $state.raw<{ page: string; words: string; symbol: string | null } | null>(null);

	clear(): void {
		this.item = this.session = this.person = this.device = this.child = this.first = null;
		this.about = null;
	}
}

export const selected = new Selected();
