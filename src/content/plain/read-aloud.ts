import { readPage } from '$lib/platform/read-page.ts';

// Reads a page without a framework aloud: fetched by the first press on Listen, which starts it at once.
const button = document.querySelector<HTMLElement>('[data-read]');
const label = button?.querySelector('span');
const line = document.querySelector('[data-cannot]');
if (button && label && line) begin(button, label, line);

function begin(button: HTMLElement, label: Element, line: Element): void {
	const { read: stopWords = '', chosen = '' } = button.dataset;
	const words = label.textContent;
	let stop: (() => void) | null = null;
	const press = () => {
		if (stop) return stop();
		line.textContent = '';
		label.textContent = stopWords;
		let isOver = false;
		const stopReading = readPage(chosen, (how) => {
			isOver = true;
			stop = null;
			label.textContent = words;
			if (how === 'cannot') line.textContent = line.getAttribute('data-cannot');
		});
		if (!isOver) stop = stopReading;
	};
	button.onclick = press;
	press();
}
