/** What the home adds to the guide. The first four parts are those that the law asks for (the Children's Guide of a home). */
export const LEGAL_SECTIONS = ['expect', 'support', 'complaints', 'advocate'] as const;
export const SECTIONS = [
	...LEGAL_SECTIONS,
	...(['people', 'day', 'rules', 'fire', 'money', 'family_time', 'visitors'] as const),
	...(['phone', 'night', 'councils', 'social_workers'] as const)
] as const;
export type SectionKey = (typeof SECTIONS)[number];

/** A line of a section is a heading, something to know, or somebody to ring. */
export const LINE_KINDS = ['head', 'line', 'ring'] as const;

/** The pages of the built-in guide that a child may mark, and the parts of the longest. */
export const MARKABLE_PAGES = [
	...(['guide', 'review', 'held', 'missing', 'night', 'hard-day', 'moving'] as const),
	...(['guide#expect', 'guide#support', 'guide#team', 'guide#day', 'guide#rules', 'guide#fire'] as const),
	...(['guide#money', 'guide#family', 'guide#phone', 'guide#nights', 'guide#health', 'guide#bullying'] as const),
	'guide#leave'
] as const;

/** Of what the home wrote itself, these are never marked: who complains or wants an advocate leaves no trace of reading. */
export const NEVER_MARKED: readonly SectionKey[] = ['complaints', 'advocate'];
