/** `npm run bench:faults [how many]`: as many histories as one likes, 10,000 unless told otherwise, over all cores. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const all = Number(process.argv[2] ?? 10_000);
const cores = Math.min(availableParallelism(), all);
const each = Math.ceil(all / cores);
const started = Date.now();

const runs = Array.from({ length: cores }, (_, i) => {
	const env = { ...process.env, FAULTS: String(each), SEED: String(1 + i * each) };
	const args = ['vitest', 'run', '-c', 'tests/vitest.config.ts', '--project', 'faults', 'faults.test'];
	const run = spawn('npx', args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
	return new Promise<number>((ended) => run.once('close', (code) => ended(code ?? 1)));
});
const failed = (await Promise.all(runs)).filter((code) => code !== 0).length;
console.log(
	`${each * cores} histories in ${Math.round((Date.now() - started) / 1000)} s, ${failed} of ${cores} runs failed`
);
process.exitCode = failed > 0 ? 1 : 0;
