/**
 * Whoever has a drawer here wants all of Sayso here, also on a line that costs money (`static/first.js` waits for the event).
 * Asks the browser not to throw it away when it runs out of room, too. It may say no: `storageLifetime` tells.
 */
export async function requestPersistence(): Promise<void> {
	if (typeof window !== 'undefined') window.dispatchEvent(new Event('keep'));
	await navigator.storage?.persist?.().catch(() => false);
}

/** Whether Sayso was put on the home screen, and runs as an app. */
export const isInstalled = (): boolean =>
	matchMedia('(display-mode: standalone)').matches || Reflect.get(navigator, 'standalone') === true;

/** On an iPad or iPhone, a page that nobody opens for seven days loses all that it kept, unless it is on the home screen. */
export const losesStorageInSevenDays = (): boolean => 'standalone' in navigator && !isInstalled();

export type StorageLifetime = 'kept' | 'mayGo' | 'sevenDays';

/** How long what lies here stays. Null where the browser does not say. */
export async function storageLifetime(): Promise<StorageLifetime | null> {
	if (losesStorageInSevenDays()) return 'sevenDays';
	const answer = await navigator.storage?.persisted?.().catch(() => null);
	return answer === true ? 'kept' : answer === false ? 'mayGo' : null;
}
