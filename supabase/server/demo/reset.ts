import { existsSync, rmSync } from 'node:fs';
import { holderOf, isMadeUpHome } from './demo-folder.ts';
import { demoFolder } from '../config.ts';

/** `npm run reset`: takes the made-up home away, so that the next start makes a new one. Never anything else. */
function reset(folder: string): string | null {
	if (!existsSync(folder)) return null;
	if (!isMadeUpHome(folder)) return `${folder} is not a made-up home of Sayso: nothing was removed.`;
	const holder = holderOf(folder);
	if (holder !== null) return `Sayso is running on ${folder} (process ${holder}). Stop it first.`;
	rmSync(folder, { recursive: true });
	return null;
}

const refusal = reset(demoFolder(process.env));
process.stdout.write(`${refusal ?? 'Maple House is gone. npm start makes it again.'}\n`);
if (refusal) process.exit(1);
