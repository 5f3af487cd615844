import { MARKABLE_PAGES, NEVER_MARKED } from '../vocabulary/sections.ts';
import type { SectionKey, View } from '../view.ts';

/** The name under which what the home wrote is marked. */
export const pageOf = (section: SectionKey): string => `home/${section}`;

/** Whether there is such a page: a built-in one, or one that the home wrote. */
export function mayBeMarked(page: string, isSection: boolean): boolean {
	if (!isSection) return MARKABLE_PAGES.some((one) => one === page);
	return page.startsWith('home/') && !NEVER_MARKED.some((section) => page === pageOf(section));
}

/** How many marks a page has. Adults of the home know. */
export const marksOf = (view: View, page: string): number => view.unclear?.find((one) => one.page === page)?.marks ?? 0;

/** The pages that have marks, the most first. */
export const marksByPage = (view: View): { page: string; marks: number }[] =>
	[...(view.unclear ?? [])].sort((a, b) => b.marks - a.marks);
