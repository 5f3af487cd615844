/** One after the other, whatever became of the one before. */
export function taskQueue(): <T>(work: () => Promise<T>) => Promise<T> {
	let doing: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = doing.then(work);
		doing = mine.catch(() => undefined);
		return mine;
	};
}
