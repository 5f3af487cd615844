import { may } from '../../abilities.ts';
import { instant } from '../../time/instants.ts';
import type { Home, Section, View } from '../../view.ts';
import type { Tablet } from '../../tablet.ts';
import type { Time } from '../../item.ts';

/** All that a paired tablet reads: the sections in force, as children of the home see them. */
export interface HomeGuide {
	home: Pick<Home, 'name' | 'nation' | 'time_zone' | 'labels'>;
	sections: Pick<Section, 'section' | 'lines' | 'at'>[];
	aside?: number; // so many sections cannot be drawn by this app
}

/** Whose codes let a tablet show the home's guide: whoever works in the home. */
export const mayPair = (view: View): boolean => may(view, 'pair_tablet');

export const tabletsOf = (view: View): Tablet[] => view.tablets ?? [];

/** shows: it shows the guide. waits: its code may still be used. over: cut off, taken back, or nobody used it in time. */
export function stateOfTablet({ used_at, cut_off_at, expires_at }: Tablet, now: Time): 'shows' | 'waits' | 'over' {
	if (cut_off_at !== null) return 'over';
	if (used_at !== null) return 'shows';
	return instant(expires_at) > instant(now) ? 'waits' : 'over';
}
