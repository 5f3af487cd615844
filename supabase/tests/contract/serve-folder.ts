import { openHome } from '../../server/open-home.ts';
import { readConfig } from '../../server/config.ts';
import { serve } from '../../server/http/serve.ts';

/** `npm start` without the app's files, for tests that need a process of their own: it can be killed, or come second. */
const log = (line: string) => process.stderr.write(`${line}\n`);
const plan = readConfig({ ...process.env, PORT: '0' });
openHome(plan, log).then(
	async (home) => {
		const site = { ...home.site, files: () => new Response(null, { status: 404 }), trustProxy: plan.trustProxy, log };
		const { port, close } = await serve(site, plan.port, plan.host);
		process.once(
			'SIGTERM',
			() =>
				void close()
					.then(home.close)
					.then(() => process.exit(0))
		);
		process.stdout.write(`${JSON.stringify({ port, notes: home.notes })}\n`);
	},
	(problem: unknown) => {
		log(problem instanceof Error ? problem.message : String(problem));
		process.exit(1);
	}
);
