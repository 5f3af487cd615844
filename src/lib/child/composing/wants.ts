import type { Messages } from '$lib/i18n/messages.d.ts';
import type { Words } from '$lib/i18n/words.ts';
import type { IconName } from '$lib/ui/symbols/icons.ts';
import type { SymbolId } from '$lib/ui/symbols/symbols.ts';
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

/** What is sent: what was written, and under it what should happen, in the language that the child reads. */
export function withWants(words: Words, said: { words: string; wants: readonly string[] }): string {
	const wants = WANTS.filter(({ id }) => said.wants.includes(id)).map(({ id }) => words.t((w) => w.complain.wants[id]));
	const wanted = wants.length > 0 ? words.t(($) => $.complain.want.said, { wants: wants.join('. ') }) : '';
	return [tidy(said.words), wanted].filter((part) => part !== '').join('\n\n');
}
