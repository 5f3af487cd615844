/** Keeps a value as the one used last, and lets go of the one whose use is longest ago where there are too many. */
export function remember<Value>(all: Map<string, Value>, key: string, value: Value, most: number): void {
	all.delete(key); // and set again: a map keeps the order
	const [oldest] = all.keys();
	if (oldest !== undefined && all.size >= most) all.delete(oldest);
	all.set(key, value);
}
