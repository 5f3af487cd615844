import { defineConfig, devices } from '@playwright/test';
import { args, executablePath } from './tests/support/browser.ts';

/** What is asked of a page is the same at 4.5 dots a pixel, which takes a tenth more work to paint; drawings are drawn at that. */
const COARSE = { deviceScaleFactor: 1 };

/** What moves is painted sixty times a second, a sixth of all work here: the tablet's journeys see it. */
const STILL = { contextOptions: { reducedMotion: 'reduce' } } as const;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	globalSetup: './tests/support/prepare-journeys.ts',
	workers: 4, // each with a home of its own: two journeys at once never meet. More than cores, since a journey also waits
	timeout: 90_000,
	expect: { timeout: 15_000 }, // two busy cores are slow, not wrong
	retries: 1, // told as flaky, never silent
	forbidOnly: true,
	reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
	use: {
		serviceWorkers: 'block', // but where a journey is about what a device keeps: test.use, or the tag @kept
		trace: 'on-first-retry', // writing one down for every journey costs a tenth of the time
		launchOptions: { ...(executablePath ? { executablePath } : {}), args }
	},
	projects: [
		{
			name: 'phone',
			testIgnore: /\/(home-.*|work-(?!axe|card)[^/]*|paired)\.spec\.ts/, // at a desk, or on the home's tablet
			use: { ...devices['Galaxy S9+'], viewport: { width: 412, height: 823 }, ...COARSE, ...STILL }
		},
		{
			name: 'tablet',
			testMatch: /\/(door|hide|loop|paired)\.spec\.ts/,
			use: {
				...devices['iPad (gen 7)'],
				defaultBrowserType: 'chromium',
				viewport: { width: 820, height: 1180 },
				...COARSE
			}
		},
		{
			name: 'laptop',
			testMatch: /\/(work|home)-.*\.spec\.ts/, // the worker of the loop sits at a wide screen anyway
			use: { viewport: { width: 1280, height: 800 }, ...STILL }
		}
	]
});
