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

const ours = globSync('src/**/*.{svelte,ts}')
	.filter((file) => !/\.test\.ts$|^src\/(content|service-worker)\//.test(file))
	.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const places = (pattern: RegExp): string[] =>
	ours.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));

it('nothing that was typed or pasted is cut: a field keeps all of it, and says how much is too much', () => {
	expect(ours.length).toBeGreaterThan(300);
	expect(places(/\bmaxlength\b/gi)).toEqual([]);
	const bounded = ours.filter(({ text }) => /<(Field|TextArea)\b(?:[^>{]|{[^}]*}|=>)*\bmax={/.test(text));
	expect(bounded.length).toBeGreaterThan(15);
	expect(readFileSync('src/lib/ui/form/FieldParts.svelte', 'utf8')).toContain('$.kit.tooLong');
	for (const field of ['Field', 'TextArea'])
		expect(readFileSync(`src/lib/ui/form/${field}.svelte`, 'utf8')).toContain('{value} {max}');
});

it('no words are made shorter by taking the first so many letters of them', () => {
	// Days and languages out of their codes, bytes, hashes, the random letters of a code: nothing that a person wrote.
	const allowed =
		/^src\/(lib\/(client\/local\/keys|platform\/media-type|domain\/(rules\/sections|code)|i18n\/(languages|when))\.ts): /;
	const cuts = places(/\.(slice|substring|substr)\(0, ?(\d+|[A-Z_]+|LIMITS\.\w+|max\w*)\)/g);
	const lists = /\.(slice)\(0, (SHOWN|MOST|MOST_NAMED|ENDED|FIRST|DATE)\)$/; // so many things of a list, with the rest at one press
	expect(cuts.filter((cut) => !allowed.test(cut) && !lists.test(cut))).toEqual([]);
});
