import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderOf, isMadeUpHome, openFolder } from './demo-folder.ts';

describe('the folder of the made-up home', () => {
	let above: string;
	let folder: string;
	beforeEach(() => {
		above = mkdtempSync(join(tmpdir(), 'sayso-folder-'));
		folder = join(above, 'demo');
	});
	afterEach(() => rmSync(above, { recursive: true }));

	const reset = () => {
		const script = fileURLToPath(new URL('reset.ts', import.meta.url));
		const { status, stdout } = spawnSync(process.execPath, [script], {
			env: { ...process.env, SAYSO_DATA: folder },
			encoding: 'utf8'
		});
		return { status, says: stdout.trim() };
	};

	it('is marked as one, keeps its secret, and is let go', () => {
		const first = openFolder(folder);
		expect([isMadeUpHome(folder), holderOf(folder)]).toEqual([true, null]); // held by ourselves
		first.release();
		const second = openFolder(folder);
		expect(second.secret).toBe(first.secret);
		expect(first.secret.length).toBeGreaterThan(40);
		second.release();
	});

	it('a half-made database is thrown away, a whole one is kept', () => {
		const first = openFolder(folder);
		writeFileSync(first.database, 'half');
		first.release();
		const second = openFolder(folder);
		expect(existsSync(second.database)).toBe(false);
		writeFileSync(second.database, 'whole');
		second.ready();
		second.release();
		openFolder(folder).release();
		expect(existsSync(second.database)).toBe(true);
	});

	it('reset removes a made-up home, and only that, and only when nobody uses it', () => {
		expect(reset().status).toBe(0);
		const open = openFolder(folder);
		expect(reset()).toEqual({
			status: 1,
			says: `Sayso is running on ${folder} (process ${process.pid}). Stop it first.`
		});
		open.release();
		expect([reset().status, existsSync(folder), existsSync(above)]).toEqual([0, false, true]);
		folder = above;
		writeFileSync(join(above, 'letters.txt'), 'not ours');
		expect(reset()).toEqual({ status: 1, says: `${above} is not a made-up home of Sayso: nothing was removed.` });
		expect(existsSync(join(above, 'letters.txt'))).toBe(true);
	});
});
