import type { HomeGuide } from '$lib/domain/questions/devices/tablets.ts';
import { problemOf, type Problem } from './result.ts';
import type { TabletShown } from './local/tablet-db.ts';
import { retryUntilOnline } from '$lib/platform/retry-until-online.ts';

/** The home's guide on a tablet that the home paired, for screens where no drawer is open. It knows nothing of drawers. */
class PairedTablet {
	/** null: not read yet. cut_off: it showed the guide, until the home ended it. */
	state = $state<TabletShown['state'] | null>(null);
	guide = $state.raw<HomeGuide | null>(null);

	// In the part that opens drawers: what both of them need is there already.
	#tablet = retryUntilOnline(() => import('./device/start.ts')).then(({ startTablet }) =>
		startTablet((shown) => this.#show(shown))
	);

	constructor() {
		this.#tablet.catch(() => (this.state = 'none'));
	}

	/** Makes this device a tablet of the home. Null, or the code of what is in the way. */
	async pair(code: string): Promise<Problem | null> {
		return problemOf(await (await this.#tablet).pair(code));
	}

	#show({ state, guide }: TabletShown): void {
		this.state = state;
		this.guide = guide;
	}
}

export const tablet = new PairedTablet();
