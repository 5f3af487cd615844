import { app } from '$lib/app.svelte';
import { makeCode } from '$lib/domain/code';
import type { Id } from '$lib/domain/view';
import { tidy } from '$lib/domain/words';
import { hashOf, newId, randomBytes } from '$lib/platform/ids';

interface Made {
	invite: Id;
	person: Id;
	code: string;
}

/** A one-time code, made on this device. Only its hash leaves it; the code itself is in memory, as long as it is shown. */
export class Coding {
	made = $state.raw<Made | null>(null);
	problem = $state<string | null>(null);

	async make(person: Id, device: string): Promise<void> {
		const code = makeCode(randomBytes);
		const invite = newId();
		const args = { id: invite, person, device: tidy(device), code_hash: await hashOf(code) };
		this.problem = await app.call('invite', args);
		this.made = this.problem === null ? { invite, person, code } : null;
	}

	/** What the picture opens: the code stands behind #, so it never reaches a server. */
	get url(): string {
		return `${location.origin}/join#${this.made?.code ?? ''}`;
	}

	forget(): void {
		this.made = null;
	}
}
