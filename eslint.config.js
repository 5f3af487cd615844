import js from '@eslint/js';
import { fileURLToPath } from 'node:url';
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
		files: ['src/**/*.ts', 'src/**/*.svelte', 'supabase/**/*.ts', 'tests/**/*.ts', 'tests/**/*.svelte'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)),
				extraFileExtensions: ['.svelte'],
				parser: ts.parser
			}
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
		}
	},
	{
		rules: {
			'no-undef': 'off',
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off', // the app always stands at the root of its origin
			'no-console': 'error'
		}
	},
	// A screen is a folder: what two of them need stands in lib.
	{
		files: ['src/routes/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^\\.\\./(?!(\\.\\./)*content/)|^\\./[^/]+/',
							message: 'A screen imports nothing of another screen: what both need stands in src/lib.'
						}
					]
				}
			]
		}
	},
	{
		files: ['supabase/**', 'tests/**', '**/*.test.ts'],
		rules: {
			'no-console': 'off',
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }], // Playwright reads the names in it
			'@typescript-eslint/no-non-null-assertion': 'off'
		}
	}
);
