// The address of this book as a picture to scan: only this page knows where it is read.
const place = document.querySelector('[data-qr]');
const { default: encode } = await import(place.dataset.qr);
const address = new URL(place.dataset.to, location).href;
const squares = encode(address, 'raw', { border: 2 });
const svg = (name, attributes) => {
	const made = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	return made;
};
const dark = squares.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
const picture = svg('svg', { viewBox: `0 0 ${squares.length} ${squares.length}`, class: 'qr', 'aria-hidden': 'true' });
picture.append(svg('path', { d: dark.join('') }));
place.replaceChildren(picture);
document.querySelector('[data-address]').textContent = address;
