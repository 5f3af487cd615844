/** What a page tells about its own speed. `watch` runs in the page, before anything else of it. */
export interface Seen {
	largest: number; // when the largest thing was painted, since the page was asked for
	shift: number; // layout shift that nobody asked for
	long: number[]; // how long each task held everything up
	taps: { kind: string; took: number }[]; // from the finger to the next paint
	tapped: number; // when somebody tapped last
	heading: string; // what the screen was called then …
	stood: number; // … and how long it took until another one stood there. 0: none has
	derived: number; // how long the lock was worked at: as long as it takes by design
	awaited: string; // the heading that is waited for …
	painted: number; // … and when it stood there
}

declare global {
	interface Window {
		seen: Seen;
	}
}

export function watch(): void {
	const seen: Seen = {
		largest: 0,
		shift: 0,
		long: [],
		taps: [],
		tapped: 0,
		heading: '',
		stood: 0,
		derived: 0,
		awaited: '',
		painted: 0
	};
	window.seen = seen;
	const observe = (type: string, see: (entry: PerformanceEntry) => void, more: object = {}) =>
		new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true, ...more });
	observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
	observe('layout-shift', (entry) => {
		const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
		if (!hadRecentInput) seen.shift += value;
	});
	observe('longtask', ({ duration }) => seen.long.push(duration));
	const tap = (entry: PerformanceEntry) => {
		const { name, duration, interactionId } = entry as PerformanceEventTiming;
		if (interactionId) seen.taps.push({ kind: name, took: duration });
	};
	observe('event', tap, { durationThreshold: 16 });
	const headingNow = () => document.querySelector('#main h1')?.textContent?.trim() ?? '';
	const onceItStands = (then: () => void) => requestAnimationFrame(() => setTimeout(then, 0));
	const onTap = ({ timeStamp }: Event) => {
		Object.assign(seen, { tapped: timeStamp, heading: headingNow(), stood: 0 });
	};
	addEventListener('click', onTap, true);
	const derive = crypto.subtle?.deriveKey.bind(crypto.subtle);
	if (derive)
		crypto.subtle.deriveKey = async (...way: Parameters<SubtleCrypto['deriveKey']>) => {
			const start = performance.now();
			const key = await derive(...way);
			seen.derived += performance.now() - start;
			return key;
		};
	const look = () => {
		const heading = headingNow();
		if (heading !== '' && heading !== seen.heading && seen.stood === 0) {
			seen.stood = -1;
			onceItStands(() => (seen.stood = performance.now() - seen.tapped));
		}
		if (seen.painted > 0 || seen.awaited === '' || heading !== seen.awaited) return;
		seen.painted = -1;
		onceItStands(() => (seen.painted = performance.now()));
	};
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}
