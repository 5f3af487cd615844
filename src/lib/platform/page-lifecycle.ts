/** Puts another page in this one's place. At once for the eye; what was typed last has a moment to be written. */
export function replacePage(path: string, written: Promise<unknown>, milliseconds = 150): void {
	blankPage(true);
	const go = () => location.replace(path);
	const late = setTimeout(go, milliseconds);
	void written.then(() => clearTimeout(late)).then(go, go);
}

/** Nothing of the page is painted. It stays as it is otherwise: a photo that is being chosen finds its field again. */
export function blankPage(on: boolean): void {
	document.documentElement.hidden = on;
}

/** Whether the browser keeps the page as it is, for Back; or shows one that it kept. */
export const isCached = (event: Event): boolean => 'persisted' in event && event.persisted === true;

/** Calls when the page goes and the browser keeps it. */
export const onCached = (kept: () => void): void =>
	addEventListener('pagehide', (event) => isCached(event) && kept(), { capture: true });

/** Calls as soon as nobody looks at this page any more: it is hidden, put away or blanked. Returns how to stop. */
export function onHidden(left: () => void): () => void {
	const page = document.documentElement;
	const look = () => (document.visibilityState === 'hidden' || page.hidden) && left();
	const blanked = new MutationObserver(look);
	blanked.observe(page, { attributeFilter: ['hidden'] });
	document.addEventListener('visibilitychange', look, true);
	addEventListener('pagehide', left);
	return () => {
		blanked.disconnect();
		document.removeEventListener('visibilitychange', look, true);
		removeEventListener('pagehide', left);
	};
}
