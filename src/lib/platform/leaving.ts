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
