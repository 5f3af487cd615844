import type { Ask } from './http.ts';

/** The first of these ways to make something smaller that whoever asks can read. `br;q=0` says: not this one. */
export function readable<Way extends string>({ headers }: Pick<Ask, 'headers'>, ways: readonly Way[]): Way | undefined {
	const named = String(headers['accept-encoding'] ?? '')
		.toLowerCase()
		.split(',')
		.map((one) => one.split(';').map((part) => part.trim()));
	return ways.find((way) =>
		named.some(([name, ...weights]) => name === way && !weights.some((one) => /^q\s*=\s*0(\.0*)?$/.test(one)))
	);
}
