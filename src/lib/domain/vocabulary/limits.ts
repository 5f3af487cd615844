/** The same limits as the database's check constraints, in characters. */
export const LIMITS = {
	words: 5000,
	part: 1000,
	names: 20,
	line: 300,
	name: 40,
	pronouns: 40,
	home: 60,
	device: 60,
	label: 40
} as const;
