let quieten = () => {};

/** One voice at a time: whoever begins to read, play or record silences whoever did. */
export function takeTurn(stop: () => void): void {
	const other = quieten;
	quieten = stop;
	if (other !== stop) other();
}
