import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { makeCode } from '$lib/domain/code.ts';
import type { Id } from '$lib/domain/item.ts';
import { tidy } from '$lib/domain/text/words.ts';
import { hashOf, newId, randomBytes } from '$lib/platform/ids.ts';

interface Made {
	id: Id;
	for: string; // a person, or the name of a tablet
	code: string;
}

/** A one-time code, made on this device. Only its hash leaves it; the code itself is in memory, as long as it is shown. */
export class OneTimeCode {
	made = $state.raw<Made | null>(null);

	/** For one device of a person. Null, or the code of what is in the way. */
	make(person: Id, device: string): Promise<Problem | null> {
		return this.#make(person, (made) => app.call('invite', { ...made, person, device: tidy(device) }));
	}

	/** For a tablet of the home, which is nobody's. */
	makeForTablet(device: string): Promise<Problem | null> {
		const name = tidy(device);
		return this.#make(name, (made) => app.call('invite_tablet', { ...made, device: name }));
	}

	/** What the picture opens: the code stands behind #, so it never reaches a server. */
	get url(): string {
		return `${location.origin}/join#${this.made?.code ?? ''}`;
	}

	forget(): void {
		this.made = null;
	}

	async #make(
		whom: string,
		send: (made: { id: Id; code_hash: string }) => Promise<Problem | null>
	): Promise<Problem | null> {
		const [id, code] = [newId(), makeCode(randomBytes)];
		const problem = await send({ id, code_hash: await hashOf(code) });
		this.made = problem === null ? { id, for: whom, code } : null;
		return problem;
	}
}
