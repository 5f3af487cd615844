/** Two tabs are two apps on one device: each tells the others what it changed, by a name and never by its content. */
export interface Tabs {
	tell(what: string): void;
	hear(listen: (what: string) => void): () => void;
}

/** The tabs of this device. Where the browser cannot tell, each is alone. */
export function openTabs(name = 'sayso'): Tabs {
	if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, hear: () => () => undefined };
	const channel = new BroadcastChannel(name);
	return {
		tell: (what) => channel.postMessage(what),
		hear(listen) {
			const onMessage = (message: MessageEvent<unknown>) => {
				if (typeof message.data === 'string') listen(message.data);
			};
			channel.addEventListener('message', onMessage);
			return () => channel.removeEventListener('message', onMessage);
		}
	};
}
