import everyone from './contacts.json';

/** Somebody outside the home who helps: a dated fact, so data. What they do stands in the words, under the same id. */
export interface Contact {
	id: string;
	name: string;
	nation: string;
	picture: string;
	phone?: string | undefined;
	text?: { word?: string | undefined; to: string } | undefined;
	web?: string | undefined;
	/** Open day and night: only where they say so themselves. False: only at some hours. Left out: nobody knows, and nothing is said. */
	any_time?: boolean | undefined;
	free?: boolean | undefined;
	source: string;
	checked_on: string;
	/** `ok`: sure. `recheck`: shown, without what is not sure. `hold`: never shown to a child. */
	status: string;
	why?: string | undefined;
}

/** What children may see, in the order of the list: whatever is not plainly allowed stays out. @internal */
export const contacts: readonly Contact[] = everyone.filter(({ status }) => ['ok', 'recheck'].includes(status));

/** Hours are printed only of those. */
export const isSure = ({ status }: Contact): boolean => status === 'ok';

/** The day on which the oldest of the shown facts was looked at. */
export const oldest: string = contacts.map(({ checked_on }) => checked_on).toSorted()[0] ?? '';

/** One of them. A name that is held back is a mistake in a page, and is told at once. */
export function contact(id: string): Contact {
	const found = contacts.find((one) => one.id === id);
	if (!found) throw new Error(`no contact ${id}`);
	return found;
}
