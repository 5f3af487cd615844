/** What the browser believes. False is sure; true may still be a network that leads nowhere. */
export const isOnline = (): boolean => navigator.onLine;

/** `listen` when there is a network again; what it returns ends that. */
export function onOnline(listen: () => void): () => void {
	addEventListener('online', listen);
	return () => removeEventListener('online', listen);
}

/** The same when it is gone. */
export function onOffline(listen: () => void): () => void {
	addEventListener('offline', listen);
	return () => removeEventListener('offline', listen);
}
