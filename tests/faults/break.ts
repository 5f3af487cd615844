/** `npm run bench:mutants [from] [to]`: breaks one promise after the other, and prints which test noticed it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.ts';

const [from = '0', to = String(MUTANTS.length)] = process.argv.slice(2);
const config = fileURLToPath(new URL('mutants.config.ts', import.meta.url));
const survived: string[] = [];

/** The tests of what a device keeps, with one thing broken, or with none. */
function run(mutant: string) {
	const shell = process.platform === 'win32';
	const env = { ...process.env, MUTANT: mutant, NO_COLOR: '1' };
	return spawnSync('npx', ['vitest', 'run', '-c', config], { encoding: 'utf8', env, shell, timeout: 300_000 });
}

const wanted = [...MUTANTS.entries()].filter(([i]) => i >= Number(from) && i < Number(to));
if (wanted.length === 0) throw new Error(`there is no mutant from ${from} to ${to}: there are ${MUTANTS.length}`);
if (run('').status !== 0) throw new Error('the tests fail with nothing broken');

for (const [i, mutant] of wanted) {
	if (!readFileSync(new URL(`../../src/lib/${mutant.file}`, import.meta.url), 'utf8').includes(mutant.from)) {
		survived.push(`${mutant.broken} (not found any more)`);
		continue;
	}
	const { status, stdout, stderr } = run(String(i));
	const noticed = /FAIL\s+(.*)/.exec(stdout + stderr)?.[1] ?? (status === null ? 'it did not end' : null);
	if (status === 0 || !noticed) survived.push(mutant.broken);
	console.log(`${i} ${mutant.broken}: ${noticed ?? 'NOBODY NOTICED'}`);
}
console.log(`${wanted.length} broken, ${survived.length} survived`, survived);
process.exitCode = survived.length > 0 ? 1 : 0;
