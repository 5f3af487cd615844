import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		sveltekit(),
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.js', // the source is src/service-worker/index.ts
			registerType: 'prompt', // a new version never reloads a page under a typing child
			injectRegister: false,
			manifest: false, // static/manifest.webmanifest
			injectManifest: { globPatterns: ['client/**/*.{js,css,svg,png,woff2,webmanifest}', 'prerendered/**/*.html'] },
			kit: { adapterFallback: '200.html', spa: true }
		})
	]
});
