/**
 * `npm test`: everything, from unit tests to journeys in a browser, with its own set-up. Ends with one line that counts.
 * Parts by name: `npm test unit sql engines e2e`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = mkdtempSync(join(tmpdir(), 'sayso-test-'));
const wanted = process.argv.slice(2);
const runs = (part: string) => wanted.length === 0 || wanted.includes(part);
const total = { passed: 0, failed: 0 };

/** Runs a command of this project and tells whether it went well. */
function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
	console.log(`\n> ${[command, ...args].join(' ')}`);
	const shell = process.platform === 'win32';
	const done = spawnSync(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env },
		shell
	});
	return done.status === 0;
}

function reportIn(file: string, read: (report: Record<string, never>) => [number, number]): [number, number] {
	try {
		return read(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return [0, 1];
	}
}

/** Adds a report; a run that left none, or that failed without a failed test, counts as one failure. */
function count(ok: boolean, file: string, read: (report: Record<string, never>) => [number, number]): void {
	const [passed, failed] = reportIn(file, read);
	const proves = ok && passed > 0; // a run of nothing proves nothing
	total.passed += passed;
	total.failed += proves ? failed : Math.max(failed, 1);
}

/** Projects that run at once, so that no core waits for the last file of one. */
function vitest(projects: string[], ...more: string[]): void {
	const names = projects.filter(runs);
	if (names.length === 0) return;
	const file = join(out, `${names.join('-')}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const ok = run('npx', ['vitest', 'run', ...names.map((name) => `--project=${name}`), ...more, ...reporters]);
	count(ok, file, (r) => [r['numPassedTests'] ?? 0, r['numFailedTests'] ?? 0]);
}

let isBuilt: boolean | null = null;
/** Builds the app, once. */
const built = (): boolean => (isBuilt ??= run('npx', ['vite', 'build']));

/** What was built, held to the browsers that homes have, and in two of them. */
function engines(): void {
	if (!runs('engines')) return;
	if (built()) vitest(['engines']);
	else total.failed++;
}

function journeys(): void {
	if (!runs('e2e')) return;
	const file = join(out, 'e2e.json');
	const ready = built() && run('node', ['tests/support/ensure-browser.ts']);
	const ok = ready && run('npx', ['playwright', 'test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
	count(ok, file, (r) => {
		const { expected, flaky, unexpected, skipped } = r['stats'] as unknown as Record<string, number>;
		return [(expected ?? 0) + (flaky ?? 0), (unexpected ?? 0) + (skipped ?? 0)];
	});
}

vitest(['unit'], '--coverage'); // of the domain, all of it
vitest(['house', 'sql', 'faults']);
engines();
journeys();
rmSync(out, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
