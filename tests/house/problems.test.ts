import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROBLEMS } from '../../src/lib/domain/vocabulary/problems.ts';

const files = globSync('src/lib/client/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const known = new Set<string>(PROBLEMS);

/** Names with an underscore that no screen is ever given: functions, calls, tables, and what the server says to us. */
const INSIDE = new Set([
	...[
		'apply_calls',
		'check_code',
		'home_guide',
		'my_audit',
		'my_evidence',
		'my_older',
		'my_pictures',
		'my_view',
		'put_picture',
		'set_my_face'
	],
	...[
		'key_workers',
		'last_call',
		'last_synced',
		'access_token',
		'email_exists',
		'error_code',
		'invalid_credentials',
		'no_session',
		'refresh_token',
		'not_understood',
		'user_already_exists'
	]
]);

it('every reason that a device gives for not doing something has a sentence', () => {
	const named = [...code.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map(([, name]) => name ?? '');
	const given = [...code.matchAll(/(?:(?:problem: |failed\(|\?\? )'([a-z]+)'|return '([a-z]+)';)(?! in\b)/g)].map(
		([, one, other]) => one ?? other ?? ''
	);
	const inside = ['wrong', 'open', 'cut_off', 'later', 'empty', 'sent', 'ended', 'typed'];
	expect(named.length).toBeGreaterThan(20);
	expect(given.length).toBeGreaterThan(5);
	expect(named.filter((name) => !known.has(name) && !INSIDE.has(name))).toEqual([]);
	expect(given.filter((name) => !known.has(name) && !inside.includes(name))).toEqual([]);
});

it('every reason that stands in a screen’s own rules has a sentence', () => {
	const screens = globSync(['src/routes/**/*.{svelte,ts}', 'src/lib/{shell,door,child,staff}/**/*.{svelte,ts}']).map(
		(file) => readFileSync(file, 'utf8')
	);
	const compared = screens.flatMap((text) => [
		...text.matchAll(/(?:problem|trouble|code|refusal) === '([a-z_]+)'|sayProblem\(words, '([a-z_]+)'\)/g)
	]);
	expect(compared.length).toBeGreaterThan(3);
	expect(compared.map(([, one, other]) => one ?? other ?? '').filter((name) => !known.has(name))).toEqual([]);
});
