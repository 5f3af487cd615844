import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Paths of programs. */
export interface Browsers {
	whole: string;
	journeys: string;
}

/** Where ensure-browser.ts keeps what it found. */
export const cache = fileURLToPath(new URL('../../node_modules/.cache/browsers.json', import.meta.url));

const found: Partial<Browsers> = existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : {};
const given = process.env['CHROMIUM_PATH'];

/** The browser of the journeys; undefined (Playwright's own) before ensure-browser.ts has run. */
export const executablePath = given ?? found.journeys;
/** One that keeps on its disk all that a person's does. */
export const wholePath = given ?? found.whole;

/** A microphone that beeps, and nobody asks whether it may. */
export const beeping = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

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
