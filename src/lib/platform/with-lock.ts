const waiting = new Map<string, Promise<unknown>>();

/** One at a time under this name. Over all tabs where the browser has locks, else within this page. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
	const locks: LockManager | undefined = globalThis.navigator?.locks;
	if (locks) return locks.request(`sayso ${name}`, work);
	const mine = (waiting.get(name) ?? Promise.resolve()).then(work, work);
	waiting.set(name, mine);
	const forget = () => {
		if (waiting.get(name) === mine) waiting.delete(name);
	};
	mine.then(forget, forget);
	return mine;
}
