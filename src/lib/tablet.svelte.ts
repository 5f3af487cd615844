import type { HomeGuide } from '$lib/domain/pairing.ts';
import { TabletDb, type Kept } from '$lib/drawer/tablet.ts';
import { askToKeep } from '$lib/platform/keeping.ts';
import { onVisible } from '$lib/platform/presence.ts';
import { browserWorld } from '$lib/platform/world.ts';
import { makeRemote } from '$lib/sync/remote.ts';
import { HomeTablet } from '$lib/sync/tablet.ts';

/** The home's guide on a tablet that the home paired, for screens where no drawer is open. It knows nothing of drawers. */
class PairedTablet {
	/** null: not read yet. cut_off: it showed the guide, until the home ended it. */
	state = $state<Kept['state'] | null>(null);
	guide = $state.raw<HomeGuide | null>(null);

	#tablet = new HomeTablet(
		{ db: new TabletDb(), world: browserWorld(), remote: makeRemote(location.origin) },
		(kept) => {
			this.state = kept.state;
			this.guide = kept.guide;
		}
	);

	constructor() {
		// Where nothing may be kept there is nothing to show either: pairing says why.
		this.#tablet.start().catch(() => (this.state = 'none'));
		onVisible(() => this.#tablet.wake());
	}

	/** Makes this device a tablet of the home. Null, or the code of what is in the way. */
	async pair(code: string): Promise<string | null> {
		const problem = await this.#tablet.pair(code);
		if (problem === null) void askToKeep();
		return problem;
	}
}

export const tablet = new PairedTablet();
