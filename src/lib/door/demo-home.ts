import type { DemoPerson } from '$lib/client/device/demo.ts';

/** The made-up home that this server shows to whoever wants to try Sayso. */
export interface DemoHome {
	home: string;
	people: DemoPerson[];
}

/** Null in every real home, and where the server does not answer. */
export async function findDemo(fetch: typeof globalThis.fetch): Promise<DemoHome | null> {
	try {
		const config: unknown = await (await fetch('/config.json')).json();
		if (!isObject(config) || config['demo'] !== true) return null;
		return readDemo(await (await fetch('/demo')).json());
	} catch {
		return null;
	}
}

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;

function readDemo(data: unknown): DemoHome | null {
	if (!isObject(data) || typeof data['home'] !== 'string' || !Array.isArray(data['people'])) return null;
	const people = data['people'].filter(isPerson);
	// Somebody may add a second Robin: the server knows them by their names only, and opens the first.
	return {
		home: data['home'],
		people: people.filter(({ key }, at) => people.findIndex((one) => one.key === key) === at)
	};
}

function isPerson(data: unknown): data is DemoPerson {
	if (!isObject(data)) return false;
	const { key, name, role, picture } = data;
	return [key, name, role].every((one) => typeof one === 'string') && (picture === null || typeof picture === 'string');
}
