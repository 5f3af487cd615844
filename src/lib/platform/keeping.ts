/**
 * Whoever has a drawer here wants all of Sayso here, also on a line that costs money (`static/first.js` waits for the event).
 * Asks the browser not to throw it away when it runs out of room, too. It may say no.
 */
export async function askToKeep(): Promise<boolean> {
	try {
		dispatchEvent(new Event('keep'));
		return (await navigator.storage?.persist?.()) ?? false;
	} catch {
		return false;
	}
}
