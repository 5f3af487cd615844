import { app } from '$lib/app.svelte';
import { makeCode } from '$lib/domain/code';
import type { Id } from '$lib/domain/view';
import { tidy } from '$lib/domain/words';
import { hashOf, newId, randomBytes } from '$lib/platform/ids';

interface Made {
	id: Id;
	for: string; // a person, or the name of a tablet
	code: string;
}

/** A one-time code, made on this device. Only its hash leaves it; the code itself is in memory, as long as it is shown. */
export class Coding {
	made = $state.raw<Made | null>(null);
	problem = $state<string | null>(null);

	/** For one device of a person. */
	async make(person: Id, device: string): Promise<void> {
		await this.#make(person, (made) => app.call('invite', { ...made, person, device: tidy(device) }));
	}

	/** For a tablet of the home, which is nobody's. */
	async makeForTablet(device: string): Promise<void> {
		const name = tidy(device);
		await this.#make(name, (made) => app.call('invite_tablet', { ...made, device: name }));
	}

	/** What the picture opens: the code stands behind #, so it never reaches a server. */
	get url(): string {
		return `${location.origin}/join#${this.made?.code ?? ''}`;
	}

	forget(): void {
		this.made = null;
	}

	async #make(whom: string, send: (made: { id: Id; code_hash: string }) => Promise<string | null>): Promise<void> {
		const [id, code] = [newId(), makeCode(randomBytes)];
		this.problem = await send({ id, code_hash: await hashOf(code) });
		this.made = this.problem === null ? { id, for: whom, code } : null;
	}
}
