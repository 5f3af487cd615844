import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
	{ ignores: ['**/.svelte-kit/', '**/build/', '**/.data/', '**/coverage/', '**/test-results/', '**/shots/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	// Rules that know types: in an app that works offline, a forgotten "await" on IndexedDB loses data.
	{
		files: ['src/**/*.ts', 'src/**/*.svelte', 'supabase/**/*.ts', 'tests/**/*.ts'],
		languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
		}
	},
	{ rules: { 'no-undef': 'off', 'svelte/no-at-html-tags': 'error', 'no-console': 'error' } },
	{
		files: ['supabase/**', 'tests/**'],
		rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' }
	}
);
