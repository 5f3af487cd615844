import type { Database } from './database/database.ts';
import type { Site } from './http/site.ts';

/** An open home: what the site needs of it, and what to tell whoever started it. */
export interface Home {
	site: Pick<Site, 'gate' | 'config' | 'demo'>;
	notes: string[];
	close(): Promise<void>;
}

export async function hasHome(database: Database): Promise<boolean> {
	const [row] = await database.query('select exists (select from app.homes) as there');
	return row?.['there'] === true;
}
