/** `npm run bench:faults [how many]`, `npm run bench:adult [how many]`: as many histories as one likes, 10,000 unless told otherwise, over all cores. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

interface Many {
	args: string[];
	env: (count: number, first: number) => Record<string, string>;
}

const KINDS: Record<string, Many> = {
	faults: {
		args: ['--project', 'faults', 'faults.test', 'two-tablets.test'],
		env: (count, first) => ({ FAULTS: String(count), SEED: String(first) })
	},
	adult: {
		args: ['--project', 'sql', 'one-bad-adult.test', '-t', 'neither reads'],
		env: (count, first) => ({ SAYSO_ADULTS: String(count), SAYSO_SEED: String(first) })
	}
};

const [kind = '', wanted = '10000'] = process.argv.slice(2);
const many = KINDS[kind];
if (!many) throw new Error(`One of: ${Object.keys(KINDS).join(', ')}`);

const all = Number(wanted);
const cores = Math.min(availableParallelism(), all);
const each = Math.ceil(all / cores);
const started = Date.now();

const runs = Array.from({ length: cores }, (_, i) => {
	const env = { ...process.env, ...many.env(each, 1 + i * each) };
	const args = ['vitest', 'run', ...many.args];
	const run = spawn('npx', args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
	return new Promise<number>((ended) => run.once('close', (code) => ended(code ?? 1)));
});
const failed = (await Promise.all(runs)).filter((code) => code !== 0).length;
console.log(
	`${each * cores} histories in ${Math.round((Date.now() - started) / 1000)} s, ${failed} of ${cores} runs failed`
);
process.exitCode = failed > 0 ? 1 : 0;
