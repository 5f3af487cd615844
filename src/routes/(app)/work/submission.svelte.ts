import { toFirstMissing } from './missing';

/** What the main button of a form does: what is missing is shown first, it is done once, and a refusal is shown. */
export class Submission {
	form = $state<HTMLFormElement>();
	/** Whether it was tried: before, nothing is called missing. */
	pressed = $state(false);
	busy = $state(false);
	/** The code of what went wrong. */
	problem = $state<string | null>(null);

	/** True when it is done. `isMissing` is asked after `pressed` is set; `act` ends with null, or with the code of a problem. */
	async run(event: SubmitEvent, isMissing: () => boolean, act: () => Promise<string | null>): Promise<boolean> {
		event.preventDefault();
		if (this.busy) return false;
		this.pressed = true;
		if (isMissing() || this.form?.querySelector('[data-too-long]')) {
			await toFirstMissing(this.form);
			return false;
		}
		this.busy = true;
		this.problem = await act();
		this.busy = false;
		return this.problem === null;
	}
}
