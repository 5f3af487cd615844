import type { SectionKey, View } from './view.ts';

/** The pages of the built-in guide that a child may mark, and the parts of the longest: the same as the database's. */
const BUILT_IN = [
	...(['guide', 'review', 'held', 'missing', 'night', 'hard-day', 'moving'] as const),
	...(['guide#expect', 'guide#support', 'guide#team', 'guide#day', 'guide#rules', 'guide#fire'] as const),
	...(['guide#money', 'guide#family', 'guide#phone', 'guide#nights', 'guide#health', 'guide#bullying'] as const),
	'guide#leave'
] as const;

/** Of what the home wrote itself, these are never marked: who complains or wants an advocate leaves no trace of reading. */
const NEVER: readonly SectionKey[] = ['complaints', 'advocate'];

/** The name under which what the home wrote is marked. */
export const pageOf = (section: SectionKey): string => `home/${section}`;

/** Whether there is such a page: a built-in one, or one that the home wrote. */
export function mayBeMarked(page: string, isSection: boolean): boolean {
	if (!isSection) return BUILT_IN.some((one) => one === page);
	return page.startsWith('home/') && !NEVER.some((section) => page === pageOf(section));
}

/** How many marks a page has. Adults of the home know. */
export const marksOf = (view: View, page: string): number => view.unclear?.find((one) => one.page === page)?.marks ?? 0;

/** The pages that have marks, the most first. */
export const marksByPage = (view: View): { page: string; marks: number }[] =>
	[...(view.unclear ?? [])].sort((a, b) => b.marks - a.marks);
