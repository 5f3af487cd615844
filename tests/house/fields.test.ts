import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const fields = globSync('src/**/*.svelte').flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(/<(input|textarea|select)\b(?:[^>{]|{[^}]*}|=>)*>/g)].map(([field]) => ({
		file,
		field
	}))
);

it('no field is written down by the browser: after a crash it would stand on the disk, and in the next person’s form', () => {
	expect(fields.length).toBeGreaterThan(5);
	const kept = fields.filter(({ field }) => !/autocomplete|type="file"/.test(field));
	expect(kept).toEqual([]);
});

/** Without these the browser asks a server of its own about each word, and keeps it to restore it after a crash. */
const UNHEARD = ['autocomplete', 'spellcheck="false"', 'writingsuggestions="false"'];

it('no word that is typed is shown to a spelling or writing helper, which may ask a server of its own', () => {
	const typed = fields.filter(({ field }) => !/type="(file|checkbox|radio)"|type={one|<select/.test(field));
	expect(typed.length).toBeGreaterThan(1);
	expect(typed.filter(({ field }) => !UNHEARD.every((words) => field.includes(words)))).toEqual([]);
});
