import rows from '../../src/content/laws.json' with { type: 'json' };
import { NATIONS, type Nation } from '../../src/lib/domain/vocabulary/home.ts';

/** What the law or a body says, as a page says it. */
export interface Law {
	/** A line of another nation's page names its row by it. England's rows have none: their sentence is enough. */
	id?: string;
	says: string;
	on: readonly string[];
	source: string;
	nation: Nation;
	checked_on: string;
	status: string;
	/** How sure we are: the wording of the page or of the law was read (`V`, `V-law`); told by others, and the page says to ask (`S`). */
	mark?: string;
}

const nationOf = (name: string): Nation => {
	const found = NATIONS.find((nation) => nation === name);
	if (!found) throw new Error(`laws.json knows no nation ${name}`);
	return found;
};

export const laws: readonly Law[] = rows.map((row) => ({ ...row, nation: nationOf(row.nation) }));

/** Times that adults are held to: not a number to ring, an age or a date. */
export const TIME = /\b(\d+|one) (working days|days|hours|weeks?|months?|years?)\b/;
/** Says how Sayso or a book works, not what the law says. */
export const NO_LAW = ['about'];
