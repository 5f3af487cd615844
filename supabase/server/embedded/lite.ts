/**
 * The one door to @supabase/lite, so that its manners stay in here. Importing it replaces process.emitWarning with one
 * that throws on Error objects (an 11th listener on any emitter would then throw instead of warn): we put it back.
 */
async function keepEmitWarning<T>(load: () => Promise<T>): Promise<T> {
	const { emitWarning } = process;
	try {
		return await load();
	} finally {
		process.emitWarning = emitWarning;
	}
}

export const loadLite = () => keepEmitWarning(() => import('@supabase/lite'));
export const loadLitePglite = () => keepEmitWarning(() => import('@supabase/lite/pglite'));
export const loadLitePostgres = () => keepEmitWarning(() => import('@supabase/lite/postgres'));

/** The tables of Supabase's sign-in, as Lite makes them. */
export async function authSchema(): Promise<string> {
	return (await loadLite()).getAuthSchemaSql();
}
