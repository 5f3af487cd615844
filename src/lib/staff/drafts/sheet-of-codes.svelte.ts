import type { Problem } from '$lib/client/result.ts';
import type { Person } from '$lib/domain/view.ts';
import { OneTimeCode } from './one-time-code.svelte.ts';

interface Slip {
	person: Person;
	code: OneTimeCode;
}

/** A code for each of several people, for paper. They are in memory only, as long as they are shown. */
export class SheetOfCodes {
	slips = $state.raw<readonly Slip[]>([]);

	/** Null, or the code of what was in the way; those that were made before it are shown all the same. */
	async make(people: readonly Person[], deviceOf: (person: Person) => string): Promise<Problem | null> {
		for (const person of people) {
			const code = new OneTimeCode();
			const problem = await code.make(person.id, deviceOf(person));
			if (problem) return problem;
			this.slips = [...this.slips, { person, code }];
		}
		return null;
	}
}
