/** `npm run bench:mutants [from] [to]`: breaks one promise after the other, and prints which test noticed it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.ts';

const [from = '0', to = String(MUTANTS.length)] = process.argv.slice(2);
const config = fileURLToPath(new URL('mutants.config.ts', import.meta.url));
const survived: string[] = [];

for (const [i, mutant] of MUTANTS.entries()) {
	if (i < Number(from) || i >= Number(to)) continue;
	if (!readFileSync(new URL(`../../src/lib/${mutant.file}`, import.meta.url), 'utf8').includes(mutant.from)) {
		survived.push(`${mutant.broken} (not found any more)`);
		continue;
	}
	const shell = process.platform === 'win32';
	const env = { ...process.env, MUTANT: String(i), NO_COLOR: '1' };
	const run = spawnSync('npx', ['vitest', 'run', '-c', config], { encoding: 'utf8', env, shell, timeout: 300_000 });
	const noticed = /FAIL\s+(.*)/.exec(run.stdout + run.stderr)?.[1] ?? (run.status === null ? 'it did not end' : null);
	if (run.status === 0 || !noticed) survived.push(mutant.broken);
	console.log(`${i} ${mutant.broken}: ${noticed ?? 'NOBODY NOTICED'}`);
}
console.log(`${survived.length} survived`, survived);
process.exitCode = survived.length > 0 ? 1 : 0;
