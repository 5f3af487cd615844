import { CommandError } from '../command-error.ts';
import { readConfig } from '../config.ts';
import { probe } from './probe.ts';

/** `node supabase/server/hosted/check-project.ts`: what a Supabase project has still to be told, a sentence each. */
async function check(): Promise<boolean> {
	const plan = readConfig({ ...process.env, SAYSO_HOME: 'real' });
	if (plan.kind !== 'supabase') throw new CommandError('Set SUPABASE_URL and SUPABASE_KEY to the project to look at.');
	const findings = await probe(plan.url, plan.key);
	for (const { ok, says } of findings) process.stdout.write(`${ok ? 'ok ' : 'NO '} ${says}\n`);
	process.stdout.write('Not seen from outside: how long a token lasts (3600 seconds), and the limits on sign-in.\n');
	return findings.every(({ ok }) => ok);
}

check().then(
	(ok) => process.exit(ok ? 0 : 1),
	(problem: unknown) => {
		process.stderr.write(`${problem instanceof CommandError ? problem.message : String(problem)}\n`);
		process.exit(1);
	}
);
