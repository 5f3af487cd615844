const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
const TYPED_IN = 'textarea, select, input:not([type="radio"], [type="checkbox"])';
const CHANGES = { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'inert', 'open'] };

/** What had the focus, and what was around it then. */
interface Focused {
	on: HTMLElement;
	around: HTMLElement[];
	stops: HTMLElement[];
	heading: string;
	path: string;
}

/**
 * Keeps the focus near where it was when what had it is taken away or cannot be pressed any more: at the heading of the next
 * step, at what came in its place, else at its neighbour. A browser lets it fall to the page, and whoever goes by keys begins
 * from the top again (WCAG 2.4.3). A change of page is not its business. Ends with what it returns.
 */
export function keepFocus(): () => void {
	let last: Focused | null = null;
	let isByPointer = false;
	let due: ReturnType<typeof setTimeout> | undefined;

	const focused = ({ target }: Event) => {
		if (target instanceof HTMLElement && target !== document.body) last = seenFrom(target);
	};
	const pressed = ({ target }: Event) => {
		isByPointer = true;
		const stop = target instanceof Element ? target.closest<HTMLElement>(STOPS) : null;
		if (stop === null)
			last = null; // somebody put it down
		else if (stop === document.activeElement) last = seenFrom(stop);
	};
	const keyed = (event: KeyboardEvent) => {
		isByPointer = false;
		if (event.key === 'Enter' || event.key === ' ') focused(event); // what is there before the press: what comes of it is new
	};
	const settle = () => {
		if (!last || (document.activeElement ?? document.body) !== document.body) return;
		if (last.path !== location.pathname) last = null;
		else if (!isThere(last.on) || canHold(last.on))
			placeAfter(last, isByPointer)?.focus({ preventScroll: isByPointer });
	};
	const changes = new MutationObserver(() => {
		clearTimeout(due);
		due = setTimeout(settle); // once all that changes with it has changed
	});
	changes.observe(document.body, CHANGES);
	document.addEventListener('focusin', focused);
	document.addEventListener('pointerdown', pressed, true);
	document.addEventListener('keydown', keyed, true);
	return () => {
		clearTimeout(due);
		changes.disconnect();
		document.removeEventListener('focusin', focused);
		document.removeEventListener('pointerdown', pressed, true);
		document.removeEventListener('keydown', keyed, true);
	};
}

const stopsIn = (place: ParentNode): HTMLElement[] => [...place.querySelectorAll<HTMLElement>(STOPS)];
const isThere = (node: HTMLElement): boolean => node.isConnected && node.getClientRects().length > 0;
const canHold = (node: HTMLElement): boolean => isThere(node) && !node.matches(':disabled, [inert] *');
const heading = (): HTMLElement | null => document.querySelector('main h1');

function seenFrom(on: HTMLElement): Focused {
	const around: HTMLElement[] = [];
	for (let node = on.parentElement; node; node = node.parentElement) around.push(node);
	return { on, around, stops: stopsIn(document), heading: heading()?.textContent ?? '', path: location.pathname };
}

function placeAfter({ on, around, stops, heading: titleBefore }: Focused, isByPointer: boolean): HTMLElement | null {
	if (canHold(on)) return on;
	const title = heading();
	if (title && title.textContent !== titleBefore) return asPlace(title);
	const fits = (stop: HTMLElement) => canHold(stop) && !(isByPointer && stop.matches(TYPED_IN)); // no keyboard that nobody asked for
	const known = new Set(stops);
	const came = stopsIn(document.querySelector('main') ?? document).find((stop) => !known.has(stop) && fits(stop));
	if (came) return came;
	const [before, after] = [stops.slice(0, stops.indexOf(on)), stops.slice(stops.indexOf(on) + 1)];
	for (const place of around) {
		const isHere = (stop: HTMLElement) => place.contains(stop) && fits(stop);
		const near = after.find(isHere) ?? before.findLast(isHere);
		if (near && isThere(place)) return near;
	}
	return title && asPlace(title);
}

function asPlace(title: HTMLElement): HTMLElement {
	title.tabIndex = -1;
	return title;
}
