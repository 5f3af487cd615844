import { fileURLToPath } from 'node:url';

/** How the rooms' check finds what an import names: as Vite does, without the file's ending too. */
export default {
	resolve: {
		alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) },
		extensions: ['.ts', '.svelte.ts', '.d.ts', '.js', '.svelte']
	}
};
