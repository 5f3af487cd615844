import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Finds a Chromium to test with, or installs one; prints its path and keeps it for the tests' configurations. In this
 * order: CHROMIUM_PATH, the system's, Playwright's own, Playwright's download, Debian's package (as root).
 */
const cache = fileURLToPath(new URL('../../node_modules/.cache/browser-path', import.meta.url));
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const ELSEWHERE = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

function runs(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
	} catch {
		return false;
	}
	// Ubuntu's /usr/bin/chromium-browser is a script that asks for snap: only --version tells.
	if (process.platform === 'win32') return true;
	return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 15_000 }).status === 0;
}

function systems(): string | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find(runs);
}

async function playwrights(): Promise<string | undefined> {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

function run(command: string, args: string[], timeout: number): boolean {
	console.error(`ensure-browser: ${command} ${args.join(' ')}`);
	const shell = process.platform === 'win32';
	return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout, shell }).status === 0;
}

async function downloaded(): Promise<string | undefined> {
	return run('npx', ['playwright', 'install', 'chromium'], 180_000) ? playwrights() : undefined;
}

function debians(): string | undefined {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	process.env['DEBIAN_FRONTEND'] = 'noninteractive';
	run('apt-get', ['update', '-qq'], 120_000);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 400_000);
	return systems();
}

async function find(): Promise<string | undefined> {
	const given = process.env['CHROMIUM_PATH'];
	if (given) return runs(given) ? given : undefined;
	const here = systems() ?? (await playwrights());
	if (here || process.env['NO_BROWSER_INSTALL']) return here;
	return (await downloaded()) ?? debians();
}

const path = await find();
if (!path) {
	console.error('ensure-browser: no Chromium found. Install one, or set CHROMIUM_PATH.');
	process.exit(1);
}
mkdirSync(dirname(cache), { recursive: true });
writeFileSync(cache, path);
console.log(path);
