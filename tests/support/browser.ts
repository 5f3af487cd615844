import { existsSync, readFileSync } from 'node:fs';

const found = new URL('../../node_modules/.cache/browser-path', import.meta.url);

/** The browser that ensure-browser.ts found; undefined (Playwright's own) before it has run. */
export const executablePath =
	process.env['CHROMIUM_PATH'] ?? (existsSync(found) ? readFileSync(found, 'utf8') : undefined);

/** Flags for a root user, and to keep Chromium from asking anybody but us. */
export const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
