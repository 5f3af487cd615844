/** Puts another page in this one's place. At once for the eye; what was typed last has a moment to be written. */
export function goTo(path: string, written: Promise<unknown>, milliseconds = 150): void {
	blank(true);
	const go = () => location.replace(path);
	const late = setTimeout(go, milliseconds);
	void written.then(() => clearTimeout(late)).then(go, go);
}

/** Nothing of the page is painted. It stays as it is otherwise: a photo that is being chosen finds its field again. */
export function blank(on: boolean): void {
	document.documentElement.hidden = on;
}

/** Whether the browser keeps the page as it is, for Back; or shows one that it kept. */
export const isKept = (event: Event): boolean => 'persisted' in event && event.persisted === true;

/** Calls when the page goes and the browser keeps it. */
export const onKept = (kept: () => void): void =>
	addEventListener('pagehide', (event) => isKept(event) && kept(), { capture: true });

/** Calls as soon as nobody looks at this page any more: it is hidden, put away or blanked. Returns how to stop. */
export function onLeaving(left: () => void): () => void {
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
