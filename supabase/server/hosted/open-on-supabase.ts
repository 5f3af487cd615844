import type { Config } from '../config.ts';
import { MIN_REFUSAL_MS } from '../gate/answer-call.ts';
import { createFairQueue } from '../gate/fair-queue.ts';
import { createGate } from '../gate/gate.ts';
import { createKnownDevices } from '../gate/known-devices.ts';
import { MAX_WAITING_PASSWORDS } from '../gate/sign-in.ts';
import { accountsAccepted } from '../gate/token-accounts.ts';
import type { Home } from '../home.ts';
import { deriveKeys, newSecret } from '../keys.ts';
import { LIMITS, createRateLimits } from '../limits/limits.ts';
import { fetchFromProject } from './supabase-project.ts';

type SupabaseConfig = Extract<Config, { kind: 'supabase' }>;

/** How many requests the project has of us at one moment, and how many wait here. */
const [AT_ONCE, MAX_WAITING] = [50, 1000];

/** A real home, in a Supabase project. */
export function openOnSupabase(config: SupabaseConfig, log: (line: string) => void): Home {
	const gate = createGate({
		supabase: fetchFromProject(config.url),
		publishable: config.key,
		limits: createRateLimits(LIMITS),
		accounts: accountsAccepted(),
		devices: createKnownDevices(deriveKeys(config.secret ?? newSecret()).devices),
		queue: createFairQueue(AT_ONCE, MAX_WAITING),
		passwordQueue: createFairQueue(AT_ONCE, MAX_WAITING_PASSWORDS),
		log,
		minRefusalMs: MIN_REFUSAL_MS
	});
	return {
		site: { gate: gate.fetch, config: { key: config.key, demo: false }, demo: null },
		notes: [],
		close: () => Promise.resolve()
	};
}
