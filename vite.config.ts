import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vite';
import { layEasyWords } from './src/content/easy-list.ts';
import { pack } from './src/content/plugin.ts';
import { bindBooks } from './src/lib/i18n/books.ts';
import { bindParcels } from './src/service-worker/bind.ts';

/** All pages of the guide in one language are one file too: a link from one to the next never waits. */
const leaves = (id: string): string | null =>
	/\/content\/(\w+\/[\w-]+)\/[\w-]+\.md$/.exec(id)?.[1]?.replace('/', '-') ?? null;
/** Small components that most screens share come in one file too, but for those that fill forms: the first screens have none. */
const FORMS = '(Board|Choice|CodeCard|DrawPad|FacePick|Field|FieldParts|PhotoPick|Select|Steps|TextArea|Tile)';
const kit = { name: 'kit', test: new RegExp(`/src/lib/ui/(?!${FORMS}[.])\\w+[.]svelte`), minShareCount: 4 };

export default defineConfig({
	build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: leaves }, kit] } } } },
	plugins: [
		pack(),
		layEasyWords(),
		bindBooks(),
		sveltekit(),
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.js', // the source is src/service-worker/index.ts
			registerType: 'prompt', // a new version never reloads a page under a typing child
			injectRegister: false,
			manifest: false, // static/manifest.webmanifest
			injectManifest: {
				globPatterns: ['client/**/*.{js,css,svg,png,woff2,webmanifest}', 'prerendered/**/*.html'],
				globIgnores: ['client/icon-{512,maskable-512}.png'] // whoever installs it fetches them, once
			},
			kit: { adapterFallback: '200.html', spa: true }
		}),
		bindParcels()
	]
});
