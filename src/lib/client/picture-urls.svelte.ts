/** The open drawer's pictures as blob: addresses. They are opened when a screen asks, and let go when the drawer shuts. */
export class PictureUrls {
	#urls = $state.raw<Readonly<Record<string, string>>>({});
	#asked: string[] = [];
	#drawers = 0;
	#open: (hash: string) => Promise<Blob | null>;

	constructor(open: (hash: string) => Promise<Blob | null>) {
		this.#open = open;
	}

	url(hash: string): string | null {
		const url = this.#urls[hash];
		if (url === undefined && !this.#asked.includes(hash)) void this.#ask(hash, this.#drawers);
		return url ?? null;
	}

	/** Some may have come that were not here before. */
	lookAgain(): void {
		const missing = this.#asked.filter((hash) => !(hash in this.#urls));
		for (const hash of missing) void this.#ask(hash, this.#drawers);
	}

	forget(): void {
		this.#drawers++;
		for (const url of Object.values(this.#urls)) URL.revokeObjectURL(url);
		this.#urls = {};
		this.#asked = [];
	}

	async #ask(hash: string, drawers: number): Promise<void> {
		if (!this.#asked.includes(hash)) this.#asked.push(hash);
		const blob = await this.#open(hash);
		if (!blob || drawers !== this.#drawers || hash in this.#urls) return;
		this.#urls = { ...this.#urls, [hash]: URL.createObjectURL(blob) };
	}
}
