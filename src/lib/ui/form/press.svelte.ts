/**
 * What a press does: once at a time, and whatever happens the button is free again. Why it did not work stands in `problem`. What
 * nobody thought of is thrown on: UnexpectedError.svelte says a sentence for it.
 */
export class Press {
	busy = $state(false);
	/** The code of what went wrong. */
	problem = $state<string | null>(null);

	/** True when it is done. `act` ends with null, or with the code of a problem. A second press meanwhile does nothing. */
	async once(act: () => Promise<string | null>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.problem = null;
		try {
			this.problem = await act();
		} finally {
			this.busy = false;
		}
		return this.problem === null;
	}
}
