/** Scripts of package.json that each take one core, at the same time: `node tests/side-by-side.ts lint check:types`. */
import { spawn } from 'node:child_process';

const started = process.argv.slice(2).map(
	(script) =>
		new Promise<boolean>((ended) => {
			const shell = process.platform === 'win32';
			const run = spawn('npm', ['run', script], { stdio: ['ignore', 'pipe', 'pipe'], shell });
			const said: Buffer[] = []; // whole, when it ends: two at once would be read by nobody
			for (const stream of [run.stdout, run.stderr]) stream.on('data', (part: Buffer) => said.push(part));
			run.once('close', (code) => {
				process.stdout.write(Buffer.concat(said));
				ended(code === 0);
			});
		})
);

if (started.length === 0) throw new Error('which scripts?');
const went = await Promise.all(started);
process.exit(went.every(Boolean) ? 0 : 1);
