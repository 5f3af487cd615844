import { onMount } from 'svelte';
import { navigating } from '$app/state';

/** So many parts fill the screen of whoever comes to a page, and a page of so few is drawn at once. */
const FIRST = 3;
const SHORT_PAGE = 6;

/**
 * A long page is drawn part by part, so that whoever opens it can press something meanwhile: all of it at once would hold up a
 * cheap phone for a third of a second. Whoever comes back to where they had read, or to one of its parts, finds all of it there.
 */
export class InTurn {
	/** How many parts stand there by now. */
	drawn = $state(Infinity);

	constructor(parts: () => number) {
		const { to, type } = navigating;
		if (to === null || type === 'popstate' || to.url.hash !== '' || parts() <= SHORT_PAGE) return;
		this.drawn = FIRST;
		onMount(() => {
			const more = setInterval(() => {
				if (++this.drawn >= parts()) clearInterval(more);
			});
			return () => clearInterval(more);
		});
	}

	/** All that is left now. */
	all = (): void => {
		this.drawn = Infinity;
	};
}
