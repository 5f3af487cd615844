/**
 * Shift three times presses Hide, as it leaves a page on GOV.UK: by itself each time, with no more than five seconds between
 * two of them. With another key held, or the mouse pressed, it means something else and is not counted; held long, it is one.
 * `static/first.js` fetches this with the first key that is pressed, on every page, and hands over all keys in their order.
 */
const TIMES = 3;
const FORGOTTEN_AFTER = 5000; // milliseconds

type Key = Pick<KeyboardEvent, 'type' | 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;
let [presses, isAlone, isOtherDown] = [0, false, false];
let late: ReturnType<typeof setTimeout>;

/** A key went down or up. */
export function onKey(event: Key): void {
	const isDown = event.type === 'keydown';
	if (event.key !== 'Shift') {
		isOtherDown = isDown;
		onOther();
	} else if (isDown) isAlone = !isOtherDown && !event.ctrlKey && !event.altKey && !event.metaKey;
	else if (isAlone) {
		isAlone = false;
		press();
	}
}

/** Whoever does anything else between means something else. */
function onOther(): void {
	isAlone = false;
	if (presses > 0) forget();
}

function press(): void {
	const button = document.querySelector<HTMLElement>('[data-hide]');
	if (!button) return;
	presses++;
	clearTimeout(late);
	tell(presses === 1 ? 'two' : presses === 2 ? 'one' : '');
	if (presses < TIMES) late = setTimeout(forget, FORGOTTEN_AFTER);
	else {
		presses = 0;
		button.click(); // what Hide does is done in one place: where Hide is pressed
	}
}

function forget(): void {
	presses = 0;
	tell('late');
	clearTimeout(late);
	late = setTimeout(tell, FORGOTTEN_AFTER, '');
}

/** Says it to whoever reads by ear, in the words that lie beside Hide. */
function tell(what: string): void {
	const line = document.querySelector<HTMLElement>('[data-late]');
	if (line) line.textContent = line.dataset[what] ?? '';
}

addEventListener('pointerdown', onOther, true);
addEventListener('blur', () => {
	isOtherDown = false; // its end was not seen here
	onOther();
});
