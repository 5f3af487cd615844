import type { Messages } from '$lib/i18n/messages.d.ts';
import type { Words } from '$lib/i18n/words.ts';
import type { IconName } from '$lib/ui/symbols/icons.ts';
import { isSymbol, type SymbolId } from '$lib/ui/symbols/symbols.ts';
import { tidy } from '$lib/domain/text/words.ts';

type WantId = keyof Messages['complain']['wants'];

/** What a child may want to happen after a complaint, each with its picture. */
export const WANTS: readonly { id: WantId; icon?: IconName; symbol?: SymbolId }[] = [
	{ id: 'stop', icon: 'stop' },
	{ id: 'sorry', icon: 'talk' },
	{ id: 'right', symbol: 'broken' },
	{ id: 'why', icon: 'question' },
	{ id: 'rule', symbol: 'rule' },
	{ id: 'unsure', symbol: 'dont_know' }
];

interface Complaint {
	words: string;
	symbol: string | null;
	wants: readonly string[];
}

/**
 * A complaint as it is sent, in the language that the child reads: what was written, else what the picture says; whom it is
 * about, since the item has room for one of them; and what should happen.
 */
export function complaintWords(words: Words, { words: own, symbol, wants }: Complaint, about: string): string {
	const picture = symbol !== null && isSymbol(symbol) ? `${words.t((w) => w.symbols[symbol])}.` : '';
	const wanted = WANTS.filter(({ id }) => wants.includes(id)).map(({ id }) => words.t((w) => w.complain.wants[id]));
	const parts = [
		tidy(own) || picture,
		about && words.t(($) => $.complain.want.about, { names: about }),
		wanted.length > 0 && words.t(($) => $.complain.want.said, { wants: wanted.join('. ') })
	];
	return parts.filter(Boolean).join('\n\n');
}
