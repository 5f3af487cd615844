import { invalidate } from '$app/navigation';
import { app } from '$lib/client/app.svelte.ts';
import { whenever } from '$lib/ui/whenever.svelte.ts';
import { leafOf, type Pack } from '../../../content/pack.ts';

/** What a page of the guide depends on. */
export const MY_NATION = 'sayso:nation';

/**
 * A page of the guide asks this where it begins: if it was loaded before it was known where my home is, it is loaded anew. Only
 * then: Kit gives up a press that is under way when something is loaded anew.
 */
export function reloadForNation(pack: () => Pack): void {
	const isOfElsewhere = (): boolean => {
		const nation = app.view?.home.nation;
		return nation !== undefined && nation !== leafOf(pack(), 'help').nation;
	};
	whenever(isOfElsewhere, () => void invalidate(MY_NATION));
}
