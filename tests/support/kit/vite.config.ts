/** Every component in every state, to look at: `npx vite -c tests/support/kit/vite.config.ts`, then add `?lang=ar` or `?theme=night`. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	publicDir: fileURLToPath(new URL('../../../static', import.meta.url)),
	resolve: { alias: { $lib: fileURLToPath(new URL('../../../src/lib', import.meta.url)) } },
	server: { port: 42201, strictPort: true, fs: { allow: ['../../..'] } },
	plugins: [svelte({ configFile: false })]
});
