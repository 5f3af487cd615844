import { SvelteMap } from 'svelte/reactivity';

/** The open drawer's pictures as blob: addresses. They are opened when a screen asks, and let go when the drawer shuts. */
export class Pictures {
	#urls = new SvelteMap<string, string>();
	#asked: string[] = [];
	#drawers = 0;
	#open: (hash: string) => Promise<Blob | null>;

	constructor(open: (hash: string) => Promise<Blob | null>) {
		this.#open = open;
	}

	url(hash: string): string | null {
		const url = this.#urls.get(hash);
		if (url === undefined && !this.#asked.includes(hash)) void this.#ask(hash, this.#drawers);
		return url ?? null;
	}

	/** Some may have come that were not here before. */
	lookAgain(): void {
		const missing = this.#asked.filter((hash) => !this.#urls.has(hash));
		for (const hash of missing) void this.#ask(hash, this.#drawers);
	}

	forget(): void {
		this.#drawers++;
		for (const url of this.#urls.values()) URL.revokeObjectURL(url);
		this.#urls.clear();
		this.#asked = [];
	}

	async #ask(hash: string, drawers: number): Promise<void> {
		if (!this.#asked.includes(hash)) this.#asked.push(hash);
		const blob = await this.#open(hash);
		if (blob && drawers === this.#drawers && !this.#urls.has(hash)) this.#urls.set(hash, URL.createObjectURL(blob));
	}
}
