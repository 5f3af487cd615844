import { may } from '../abilities.ts';
import { mayBeMarked, pageOf } from '../questions/unclear-pages.ts';
import { firstOf, type Rules } from './rule.ts';

/** "I don't get this": the child's own view shows nothing of it, nor of anybody else's. */
export const UNCLEAR_PAGES: Rules<'mark_unclear'> = {
	mark_unclear: {
		check: (view, { page, version }) => {
			const known = view.sections.find(({ id }) => id === version);
			return firstOf(
				[known !== undefined && page !== pageOf(known.section), 'bad_page'],
				[!may(view, 'speak'), 'not_yours'],
				[!mayBeMarked(page, version !== null), 'bad_page']
			);
		},
		apply: (view) => view
	}
};
