import { onOnline } from './online.ts';

const FIRST = 1000;
const LONGEST = 15_000; // milliseconds

/**
 * What `bring` brings. Where that fails it is asked again, for as long as the page lives: at once when a network comes, else
 * after 1, 2, 4 … at most 15 seconds. For parts of the app that fail only because the network does: it never throws.
 */
export async function retryUntilOnline<T>(bring: () => Promise<T>): Promise<T> {
	for (let wait = FIRST; ; wait = Math.min(2 * wait, LONGEST)) {
		try {
			return await bring();
		} catch {
			await networkOr(wait);
		}
	}
}

function networkOr(wait: number): Promise<void> {
	return new Promise((done) => {
		const end = onOnline(go);
		const timer = setTimeout(go, wait);
		function go() {
			end();
			clearTimeout(timer);
			done();
		}
	});
}
