/** Where something lies on the screen. */
interface Place {
	readonly left: number;
	readonly top: number;
	readonly bottom: number;
}
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
type Arrow = (typeof ARROWS)[number];

/** Which of these an arrow key leads to from one of them: along the row, to the nearest of the next, to the first or last. @internal */
export function nextByArrow(places: readonly Place[], at: number, arrow: Arrow, isRtl: boolean): number {
	const last = places.length - 1;
	if (arrow === 'Home') return 0;
	if (arrow === 'End') return last;
	if (arrow === 'ArrowLeft' || arrow === 'ArrowRight')
		return Math.min(last, Math.max(0, at + ((arrow === 'ArrowRight') === isRtl ? -1 : 1)));
	const here = places[at];
	const isDown = arrow === 'ArrowDown';
	const beyond = places
		.map((place, index) => ({ place, index }))
		.filter(({ place }) => here && (isDown ? place.top >= here.bottom : place.bottom <= here.top))
		.toSorted((one, other) => costTo(one.place) - costTo(other.place));
	function costTo({ top, left }: Place): number {
		return here ? Math.abs(top - here.top) * 1000 + Math.abs(left - here.left) : 0; // first how many rows away
	}
	return beyond[0]?.index ?? at;
}

/** One stop of the Tab key for a whole board: the arrow keys go from tile to tile. Tiles may come and go. */
export function byArrows(board: HTMLElement): () => void {
	const tiles = () => [...board.querySelectorAll<HTMLElement>('.tile')];
	const stopAt = (stop: HTMLElement | undefined) => {
		for (const tile of tiles()) tile.tabIndex = tile === stop ? 0 : -1;
	};
	const settle = () => {
		const all = tiles();
		stopAt(
			all.find((tile) => tile === document.activeElement) ??
				all.find((tile) => tile.getAttribute('aria-pressed') === 'true') ??
				all[0]
		);
	};
	const pressed = (event: KeyboardEvent) => {
		const all = tiles();
		const at = all.findIndex((tile) => tile === event.target);
		const arrow = ARROWS.find((one) => one === event.key);
		if (at < 0 || !arrow || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		const places = all.map((tile) => tile.getBoundingClientRect());
		all[nextByArrow(places, at, arrow, getComputedStyle(board).direction === 'rtl')]?.focus();
	};
	const focused = ({ target }: FocusEvent) => stopAt(tiles().find((tile) => tile === target));
	settle();
	const changes = new MutationObserver(settle);
	changes.observe(board, { childList: true, attributes: true, attributeFilter: ['aria-pressed'], subtree: true });
	board.addEventListener('keydown', pressed);
	board.addEventListener('focusin', focused);
	return () => {
		changes.disconnect();
		board.removeEventListener('keydown', pressed);
		board.removeEventListener('focusin', focused);
	};
}
