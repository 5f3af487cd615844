import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from '../keys.ts';
import { CommandError } from '../command-error.ts';

export interface DataFolder {
	/** Where PGlite keeps its files. */
	database: string;
	secret: string;
	/** The home in it is whole. Until this is said, the next start begins again. */
	ready(): void;
	release(): void;
}

const MARK = 'sayso.json';
const READY = 'ready';
const LOCK = 'lock';

/**
 * The folder of a made-up home: made as one, so that nothing else is ever taken for one, and held by one process at a
 * time, since PGlite takes no lock of its own and two processes would lose each other's rows without a word.
 */
export function openFolder(folder: string): DataFolder {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const mark = join(folder, MARK);
	if (!existsSync(mark)) {
		if (readdirSync(folder).some((name) => name !== LOCK)) {
			throw new CommandError(
				`${folder} holds something else than a made-up home of Sayso. Name another folder in SAYSO_DATA.`
			);
		}
		writeFileSync(mark, JSON.stringify({ home: 'demo', madeAt: new Date().toISOString() }));
	}
	if (!isMadeUpHome(folder)) throw new CommandError(`${folder} is not a made-up home.`);
	const release = lock(folder);
	const database = join(folder, 'postgres');
	const ready = join(folder, READY);
	if (!existsSync(ready)) rmSync(database, { recursive: true, force: true }); // stopped in the middle of being made
	return { database, secret: keepSecret(join(folder, 'secret')), ready: () => writeFileSync(ready, ''), release };
}

export function isMadeUpHome(folder: string): boolean {
	const mark = join(folder, MARK);
	return existsSync(mark) && readFileSync(mark, 'utf8').includes('"home":"demo"');
}

/** Who holds the folder, or null. */
export function holderOf(folder: string): number | null {
	const file = join(folder, LOCK);
	if (!existsSync(file)) return null;
	const kept = readFileSync(file, 'utf8');
	const pid = Number.parseInt(kept, 10);
	return pid > 0 && pid !== process.pid && isAlive(pid) && kept === describe(pid) ? pid : null;
}

function lock(folder: string): () => void {
	const file = join(folder, LOCK);
	const holder = holderOf(folder);
	if (holder !== null)
		throw new CommandError(`Sayso is already running on ${folder} (process ${holder}). Stop it first.`);
	if (existsSync(file)) unlinkSync(file); // left behind by one that was killed
	const mine = describe(process.pid);
	writeFileSync(file, mine, { flag: 'wx' });
	const release = () => {
		if (existsSync(file) && readFileSync(file, 'utf8') === mine) unlinkSync(file);
	};
	process.once('exit', release);
	return release;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (problem) {
		return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
	}
}

/** Numbers of processes come again: where the system tells it, also when that one began. */
function describe(pid: number): string {
	const stat = `/proc/${pid}/stat`;
	const began = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[19] : undefined;
	return began ? `${pid} ${began}` : String(pid);
}

function keepSecret(file: string): string {
	if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600 });
	return readFileSync(file, 'utf8');
}
