import type { Problem } from '$lib/client/result.ts';
import { Press } from '$lib/ui/form/press.svelte.ts';
import { toFirstMissing } from './first-missing.ts';

/** What the main button of a form does: what is missing is shown first, it is done once, and a refusal is shown. */
export class Submission extends Press {
	form = $state<HTMLFormElement>();
	/** Whether it was tried: before, nothing is called missing. */
	pressed = $state(false);

	/** True when it is done. `isMissing` is asked after `pressed` is set; `act` ends with null, or with the code of a problem. */
	async run(event: SubmitEvent, isMissing: () => boolean, act: () => Promise<Problem | null>): Promise<boolean> {
		event.preventDefault();
		if (this.busy) return false;
		this.pressed = true;
		if (isMissing() || this.form?.querySelector('[data-too-long]')) {
			await toFirstMissing(this.form);
			return false;
		}
		return this.once(act);
	}
}
