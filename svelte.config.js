import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import adapter from '@sveltejs/adapter-static';

const pages = adapter({ fallback: '200.html', precompress: true });

/** What the app is made of: the same sources are the same version, on every machine. A page that is open asks for it. */
function version() {
	const made = globSync(['src/**/*.*', 'static/**/*.*', 'package-lock.json', '*.config.{js,ts}'])
		.filter((file) => !/\.test\.ts$|README\.md$/.test(file) && statSync(file).isFile())
		.sort();
	const hash = createHash('sha256');
	for (const file of made) hash.update(`${file.replaceAll('\\', '/')}\n`).update(readFileSync(file));
	return hash.digest('base64url').slice(0, 12);
}

const SCRIPTS = 'build/_app/immutable';
const A_WEEK = 7 * 24 * 60 * 60 * 1000;
/** A page of the version before, open since yesterday, still finds its parts: names that hold a hash never mean two things. */
function besideTheOld(write) {
	const old = mkdtempSync(join(tmpdir(), 'sayso-old-'));
	if (existsSync(SCRIPTS)) cpSync(SCRIPTS, old, { recursive: true, preserveTimestamps: true });
	return write().finally(() => {
		const filter = (file) => statSync(file).isDirectory() || Date.now() - statSync(file).mtimeMs < A_WEEK;
		cpSync(old, SCRIPTS, { recursive: true, force: false, preserveTimestamps: true, filter });
		rmSync(old, { recursive: true });
	});
}

/** What stands in for every page of a drawer is written last: it says how much a device keeps as the door does. */
function adapt(builder) {
	const generateFallback = async (file) => {
		await builder.generateFallback(file);
		const [size] = /data-size="[\d.]+"/.exec(readFileSync(join(dirname(file), 'index.html'), 'utf8')) ?? [''];
		writeFileSync(file, readFileSync(file, 'utf8').replace('data-size="%size%"', size));
	};
	return besideTheOld(() => pages.adapt(Object.create(builder, { generateFallback: { value: generateFallback } })));
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: { ...pages, adapt },
		serviceWorker: { register: false }, // static/first.js does it for every page, also for those without a framework
		version: { name: version() },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// Kit's route announcer has one inline style: this is its hash, and nothing else inline is allowed.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['blob:'],
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
