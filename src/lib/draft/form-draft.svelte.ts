import { app } from '$lib/client/app.svelte.ts';
import { UNDO } from '$lib/domain/undo.ts';
import { Draft } from './draft.svelte.ts';

/** The draft of a form, which says that it came back, and can be thrown away. */
export class FormDraft<T extends object> extends Draft<T> {
	/** Something was begun before it was loaded: on another day, or before a lock. */
	cameBack = $state(false);
	/** What was thrown away a moment ago, and until when it can come back. It is kept nowhere but on this page. */
	thrown = $state.raw<{ was: T; until: number } | null>(null);

	override renew(): void {
		super.renew();
		this.cameBack = false;
	}

	async throwAway(): Promise<void> {
		this.thrown = { was: this.now, until: Date.now() + UNDO };
		this.renew();
		if (this.isMine) this.problem = await app.dropDraft(this.key);
	}

	bringBack(): void {
		if (this.thrown === null) return;
		this.now = this.thrown.was;
		this.thrown = null;
		this.cameBack = true;
		this.keep();
	}

	protected override found(): void {
		this.cameBack = true;
	}
}
