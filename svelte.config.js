import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import adapter from '@sveltejs/adapter-static';

const pages = adapter({ fallback: '200.html', precompress: true });

/** What stands in for every page of a drawer is written last: it says how much a device keeps as the door does. */
function adapt(builder) {
	const generateFallback = async (file) => {
		await builder.generateFallback(file);
		const [size] = /data-size="[\d.]+"/.exec(readFileSync(join(dirname(file), 'index.html'), 'utf8')) ?? [''];
		writeFileSync(file, readFileSync(file, 'utf8').replace('data-size="%size%"', size));
	};
	return pages.adapt(Object.create(builder, { generateFallback: { value: generateFallback } }));
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: { ...pages, adapt },
		serviceWorker: { register: false }, // static/first.js does it for every page, also for those without a framework
		version: { name: process.env.SAYSO_VERSION ?? 'dev' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// Kit's route announcer has one inline style: this is its hash, and nothing else inline is allowed.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'app-sw']
			}
		}
	}
};
