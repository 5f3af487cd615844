import { fileURLToPath } from 'node:url';
import { signedHere } from '../gate/token-accounts.ts';
import { makeApp } from './lite-app.ts';
import type { Connected } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { makeDevices } from '../gate/known-devices.ts';
import { fairGate } from '../gate/fair-queue.ts';
import { makeGateway, type Gateway } from '../gate/gate.ts';
import { keysFrom } from '../keys.ts';
import { LIMITS, openBook, type Limits } from '../limits/limits.ts';
import { applyMigrations, readMigrations } from '../database/migrations.ts';
import { withEqualWork } from './equal-work.ts';
import { preparePlatform } from '../database/platform.ts';
import { beginParts, keepParts, refuseHalf } from '../database/integrity.ts';

export interface BackendSettings {
	/** All keys come from it. */
	secret: string;
	migrations?: string;
	/** Whether it is proved that the database is whole: it may have been copied. */
	proof?: boolean;
	limits?: Partial<Limits>;
	tokenSeconds?: number;
	refusalTakes?: number;
	/** The clock of the limits. */
	now?: () => number;
	log?: (line: string) => void;
}

export interface Backend {
	gateway: Gateway;
	publishable: string;
	database: Database;
	/** Waits its turn among the requests: for what we ask of the database while it is served. */
	inTurn<T>(work: (database: Database) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

export const REFUSAL_TAKES = 400;
export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
export const MOST_PASSWORDS = 600; // that wait: ten homes sign in at once
const US = { name: 'the server itself', known: true };

/** A database with our migrations, and the gateway in front of it. */
export async function openBackend(connected: Connected, settings: BackendSettings): Promise<Backend> {
	const { connection, database, gate } = connected;
	const keys = keysFrom(settings.secret);
	if (settings.proof) await refuseHalf(database);
	await preparePlatform(database);
	const migrations = readMigrations(settings.migrations ?? MIGRATIONS);
	const begin = settings.proof ? () => beginParts(database) : undefined;
	const applied = await applyMigrations(database, migrations, begin);
	if (settings.proof && applied.length > 0) await keepParts(database);
	const ask = await withEqualWork(await makeApp(connection, keys, settings.tokenSeconds), database);
	const gateway = makeGateway({
		ask,
		gate,
		publishable: keys.publishable,
		book: openBook({ ...LIMITS, ...settings.limits }, settings.now),
		accounts: signedHere(keys.jwtSecret),
		devices: makeDevices(keys.devices, settings.now),
		passwords: fairGate(1, MOST_PASSWORDS),
		refusalTakes: settings.refusalTakes ?? REFUSAL_TAKES,
		log: settings.log ?? ((line) => process.stderr.write(`${line}\n`))
	});
	const inTurn: Backend['inTurn'] = async (work) => {
		const box = await gate.pass(US, async () => ({ answer: await work(database) }));
		if (!box) throw new Error('too many requests wait for the database');
		return box.answer;
	};
	return { gateway, publishable: keys.publishable, database, inTurn, close: () => database.close() };
}
