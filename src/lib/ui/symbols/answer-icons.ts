import type { Answer } from '$lib/domain/vocabulary/items.ts';
import type { IconName } from './icons.ts';

/** An answer is told by its shape, too, never by colour alone. */
export const ANSWER_ICONS = {
	yes: 'full',
	partly: 'half',
	no: 'empty',
	not_now: 'clock',
	not_mine: 'turn',
	upheld: 'full',
	partly_upheld: 'half',
	not_upheld: 'empty'
} as const satisfies Record<Answer, IconName>;
