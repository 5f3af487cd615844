import { resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** Scripts of pages without a framework that share their source with the app: each is one file, under an address of its own. */
const SCRIPTS: Record<string, string> = {
	'listen.js': 'src/content/plain/listen.ts',
	'read-aloud.js': 'src/content/plain/read-aloud.ts',
	'hide-key.js': 'src/lib/platform/hide-key.ts'
};

/** Binds each of them with all that it imports; while the app is developed they are served as they are. */
export function plainScripts(): Plugin {
	let isServer = false;
	let root = '';
	let target: ResolvedConfig['build']['target'] = false;
	return {
		name: 'plain-scripts',
		configResolved(config) {
			isServer = config.build.ssr !== false;
			root = config.root;
			target = config.build.target;
		},
		configureServer(server) {
			server.middlewares.use((request, _, next) => {
				const source = SCRIPTS[request.url?.slice(1) ?? ''];
				if (source) request.url = `/${source}`;
				next();
			});
		},
		async generateBundle() {
			if (isServer) return;
			for (const [fileName, source] of Object.entries(SCRIPTS))
				this.emitFile({ type: 'asset', fileName, source: await bound(resolve(root, source), target) });
		}
	};
}

async function bound(entry: string, target: ResolvedConfig['build']['target']): Promise<string> {
	const made = await build({
		configFile: false,
		publicDir: false,
		logLevel: 'warn',
		build: { write: false, minify: true, target, lib: { entry, formats: ['es'] } }
	});
	const [first] = Array.isArray(made) ? made : [made];
	if (!first || !('output' in first)) throw new Error(`${entry} was not bound`);
	return first.output[0].code;
}
