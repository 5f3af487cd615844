import { isObject, type Fields, type Is } from '$lib/domain/checks/kinds.ts';
import type { Restore } from './draft.svelte.ts';

/** Each field that is what it should be stays, and the others begin empty. What this app does not know is left behind. */
export const byField =
	<T extends object>(fields: Fields<NoInfer<T>>): Restore<T> =>
	(kept, empty) => {
		if (!isObject(kept)) return empty;
		const sound = Object.entries<Is>(fields).filter(([name, is]) => is(kept[name]));
		return { ...empty, ...Object.fromEntries(sound.map(([name]) => [name, kept[name]])) };
	};

/** The entries of a record that are what they should be. */
export const byEntry =
	<T>(is: Is): Restore<Record<string, T>> =>
	(kept, empty) => {
		if (!isObject(kept)) return empty;
		const sound = Object.entries(kept).filter((entry): entry is [string, T] => is(entry[1]));
		return { ...empty, ...Object.fromEntries(sound) };
	};
