let text = $state('');
let again = false;

/** Tells screen readers something that changed on the screen. The same words twice are said twice. */
export function announce(words: string): void {
	again = !again;
	text = again ? words : `${words}\u00a0`; // a live region speaks only when its text differs
}

/** What was announced last. */
export const announced = {
	get current(): string {
		return text;
	}
};
