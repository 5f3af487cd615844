import type { Config } from './config.ts';
import { openDemo } from './demo/open-demo.ts';
import type { Home } from './home.ts';
import { openOnSupabase } from './hosted/open-on-supabase.ts';
import { openOnPostgres } from './postgres/open-on-postgres.ts';

export function openHome(config: Config, log: (line: string) => void): Promise<Home> {
	switch (config.kind) {
		case 'demo':
			return openDemo(config.folder, config.full, log);
		case 'postgres':
			return openOnPostgres(config, log);
		case 'supabase':
			return Promise.resolve(openOnSupabase(config, log));
	}
}
