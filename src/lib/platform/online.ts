/** What the browser believes. False is sure; true may still be a network that leads nowhere. */
export const isOnline = (): boolean => navigator.onLine;

export function onOnline(listen: () => void): () => void {
	addEventListener('online', listen);
	return () => removeEventListener('online', listen);
}

export function onOffline(listen: () => void): () => void {
	addEventListener('offline', listen);
	return () => removeEventListener('offline', listen);
}
