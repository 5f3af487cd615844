import { fileURLToPath } from 'node:url';
import { accountsWeSigned } from '../gate/token-accounts.ts';
import { createLiteApp } from './lite-app.ts';
import type { Connected } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { createKnownDevices } from '../gate/known-devices.ts';
import { createFairQueue } from '../gate/fair-queue.ts';
import { MIN_REFUSAL_MS } from '../gate/answer-call.ts';
import { createGate } from '../gate/gate.ts';
import { MAX_WAITING_PASSWORDS } from '../gate/sign-in.ts';
import type { Part } from '../http/part.ts';
import { deriveKeys } from '../keys.ts';
import { LIMITS, createRateLimits, type Limits } from '../limits/limits.ts';
import { applyMigrations, readMigrations } from '../database/migrations.ts';
import { withDirectCalls } from './direct-calls.ts';
import { withEqualWork } from './equal-work.ts';
import { preparePlatform } from '../database/platform.ts';
import { clearInventory, saveInventory, refuseIncomplete } from '../postgres/integrity.ts';

export interface BackendSettings {
	/** All keys come from it. */
	secret: string;
	migrations?: string;
	/** Whether it is proved that the database is whole: it may have been copied. */
	proof?: boolean;
	limits?: Partial<Limits>;
	tokenSeconds?: number;
	minRefusalMs?: number;
	/** The clock of the limits. */
	now?: () => number;
	log?: (line: string) => void;
}

export interface Backend {
	gate: Part;
	publishable: string;
	database: Database;
	/** Waits its turn among the requests: for what we ask of the database while it is served. */
	withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const US = { name: 'the server itself', known: true };

/** A database with our migrations, and the gate in front of it. */
export async function openBackend(connected: Connected, settings: BackendSettings): Promise<Backend> {
	const { connection, database, queue } = connected;
	const keys = deriveKeys(settings.secret);
	if (settings.proof) await refuseIncomplete(database);
	await preparePlatform(database);
	const migrations = readMigrations(settings.migrations ?? MIGRATIONS);
	const begin = settings.proof ? () => clearInventory(database) : undefined;
	const applied = await applyMigrations(database, migrations, begin);
	if (settings.proof && applied.length > 0) await saveInventory(database);
	const lite = await createLiteApp(connection, keys, settings.tokenSeconds);
	const supabase = await withDirectCalls(await withEqualWork(lite, database), database, keys.jwtSecret);
	const gate = createGate({
		supabase,
		queue,
		publishable: keys.publishable,
		limits: createRateLimits({ ...LIMITS, ...settings.limits }, settings.now),
		accounts: accountsWeSigned(keys.jwtSecret),
		devices: createKnownDevices(keys.devices, settings.now),
		passwordQueue: createFairQueue(1, MAX_WAITING_PASSWORDS),
		minRefusalMs: settings.minRefusalMs ?? MIN_REFUSAL_MS,
		log: settings.log ?? ((line) => process.stderr.write(`${line}\n`))
	});
	const withDatabase: Backend['withDatabase'] = async (work) => {
		const done = await queue.run(US, async () => ({ result: await work(database) }));
		if (!done) throw new Error('too many requests wait for the database');
		return done.result;
	};
	return { gate: gate.fetch, publishable: keys.publishable, database, withDatabase, close: () => database.close() };
}
