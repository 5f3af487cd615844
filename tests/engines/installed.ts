import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb'];

const onPath = (name: string) =>
	(process.env['PATH'] ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));

/** The browsers that Playwright cannot drive, where they are installed. */
export function installed() {
	const firefox = onPath('firefox-esr') ?? onPath('firefox');
	const [driver, screen] = [onPath('WebKitWebDriver'), onPath('Xvfb')];
	const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
	return { firefox: firefox ?? null, webkit: driver && screen && browser ? { driver, browser, screen } : null };
}

/** The same where none may be missing. */
export function needed() {
	const { firefox, webkit } = installed();
	if (!firefox || !webkit) throw new Error('not installed');
	return { firefox, webkit };
}

/** For vitest's globalSetup: two browsers at once would ask apt twice. */
export function setup(): void {
	if (process.platform === 'linux') ensureInstalled();
}

/** Installs what is missing, as root on Debian. Else it says what somebody has to do. */
function ensureInstalled(): void {
	const whole = () => Object.values(installed()).every((found) => found !== null);
	if (whole()) return;
	const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env['NO_BROWSER_INSTALL'];
	if (mayInstall) {
		apt('update', '-qq');
		apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
	}
	if (whole()) return;
	throw new Error(`Firefox and WebKitGTK are not all here. Install them: sudo apt-get install ${PACKAGES.join(' ')}`);
}

/** Another program may hold apt at the same time: this waits for it. */
function apt(...args: string[]): void {
	console.error(`engines: apt-get ${args.join(' ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: ['ignore', 2, 2], timeout: 600_000, env });
}
