import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig, type Plugin } from 'vite';
import home from './package.json' with { type: 'json' };
import { layEasyWords } from './src/content/easy-list.ts';
import { plainScripts } from './src/content/plain/scripts.ts';
import { pack } from './src/content/plugin.ts';
import { bindBooks } from './src/lib/i18n/books.ts';
import { bindParcels } from './src/service-worker/bind.ts';

// How the scripts and sheets of the app are cut into files. `npm run bench:weight` says what each screen then fetches; the
// journey weight.spec.ts holds the limits. What may go wrong with a new screen: one that shares code of client/ with
// others can pull the database (31 kB) into a child's first page.

/** All pages of the guide in one language are one file: a link from one to the next never waits. */
const leaves = (id: string): string | null =>
	/virtual:packs\/([\w-]+\/[\w-]+)$/.exec(id)?.[1]?.replace('/', '-') ?? null;
/** A device keeps the guides of other nations only where somebody opens them: so they lie apart (src/service-worker). */
const ELSEWHERE = /^(wales|scotland|northern-ireland)-/;
const chunkFileNames = ({ name }: { name: string }): string =>
	ELSEWHERE.test(name) ? '_app/immutable/nations/[name].[hash].js' : '_app/immutable/chunks/[hash].js';
/** A sheet comes with the screens that wear it, also where they have no script. */
const sheets = (id: string): string | null => /\/([\w-]+)\.css$/.exec(id)?.[1] ?? null;

/** Only what several screens ask, cut by which of them ask it; pieces of less than 2.5 kB are not worth a file of their own. */
const shared = { minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2500 };

/** The domain as Today knows it (weight.spec.ts says when this is no longer so). */
const asked = [
	...['abilities', 'after-leaving', 'list-places', 'me', 'undo'],
	...['instants', 'days'].map((one) => `time/${one}`),
	...['letters', 'words'].map((one) => `text/${one}`),
	...['home', 'items', 'limits', 'roles'].map((list) => `vocabulary/${list}`),
	...['assigned-readers', 'faces', 'facts', 'reading'].map((one) => `reading/${one}`),
	...['answers', 'may-change-readers', 'item-readers', 'story', 'story-steps', 'topics'].map(
		(one) => `questions/items/${one}`
	),
	...['cards', 'cover', 'key-workers', 'key-worker-changes', 'names'].map((one) => `questions/people/${one}`),
	...['devices', 'device-standing'].map((one) => `questions/devices/${one}`),
	...['agreements', 'promises', 'sessions'].map((one) => `questions/time/${one}`),
	'questions/news'
];

/**
 * What is always fetched together is one file: many small ones weigh more on the way, and every page begins with the list of
 * them. A part brings all that it imports, but for what the parts above it have brought already: so their order matters.
 */
const parts = [
	// The database, always behind the first paint; what every page of the app runs on
	{ name: 'keeping', test: /\/node_modules\/dexie\// },
	{ name: 'frame', test: /\/node_modules\/(svelte|@sveltejs\/kit|i18next|clsx)\// },
	// The door, and what it fetches once it is painted (lib/door/lazy.ts)
	{
		name: 'door',
		test: /\/src\/(routes\/DrawerGrid|lib\/ui\/\w+\/(Bar|UnexpectedError|press\.svelte)|lib\/shell\/start-page|params\/\w+|lib\/platform\/look)\.\w+$/
	},
	// What Today asks of a view: by itself, else it comes with the rules of every call, which Today has no use for
	{ name: 'view', test: new RegExp(`/src/lib/domain/(${asked.join('|')})\\.`) },
	{ name: 'truth', test: /\/src\/lib\/(domain|platform)\//, ...shared },
	{
		name: 'kit',
		test: /\/src\/lib\/(ui\/\w+\/(Picture|Safety|BackRow|Sheet|PhoneLink|Face|Empty|SpriteKeepAlive|Listen)|i18n\/when)\.\w+$/
	},
	{ name: 'behind', test: /\/src\/lib\/door\/lazy\.ts$/ },
	// The door asks it for itself: in one file with a screen, it would bring that screen's whole part, and Kit would lose a page's sheet
	{ name: 'tablet', test: /\/src\/lib\/client\/tablet\.svelte\.ts$/ },
	{ name: 'drawer', test: /\/src\/lib\/client\/local\//, ...shared },
	// An open drawer: its frame and Today, the guide, a child's other screens, those of adults: what they share, then each side's own
	{ name: 'app', test: /\/src\/(routes\/\(app\)\/\+layout|lib\/shell\/Notices)\.\w+$/ },
	{ name: 'today', test: /\/src\/routes\/\(app\)\/my\/\+(page|layout)\.\w+$/ },
	{ name: 'guide', test: /\/src\/content\/\w+\.svelte$/ },
	{ name: 'child', test: /\/src\/lib\/child\// },
	{ name: 'child-screens', test: /\/src\/routes\/\(app\)\/(my|join)\// },
	{ name: 'staff', test: /\/src\/lib\/staff\// },
	{ name: 'work', test: /\/src\/routes\/\(app\)\/work\// },
	{ name: 'home', test: /\/src\/routes\/\(app\)\/home\// }
];

/** Hands all of this to the bundler. The pages that are made beforehand need no parts, and keep to the sheets that they wear. */
const inParts: Plugin = {
	name: 'parts',
	config({ build }) {
		const groups = build?.ssr ? [{ name: sheets }] : [{ name: sheets }, { name: leaves }, ...parts];
		const output = { codeSplitting: { groups }, ...(!build?.ssr && { chunkFileNames }) };
		return { build: { rolldownOptions: { output } } };
	}
};

/** What `npm run dev` does not have itself: the database, sign-in and the made-up people of an `npm start` beside it. */
const served = ['/rest', '/auth', '/demo', '/config.json'];
const backend = `http://127.0.0.1:${process.env['PORT'] ?? 4173}`;

/** The oldest browsers that we promise (package.json), as the bundler names them: what they do not read is written otherwise. */
const oldest = home.browserslist.map((line) => line.replace('ios_saf', 'ios').replace(' >= ', ''));

export default defineConfig({
	build: { target: oldest, cssTarget: oldest },
	server: { proxy: Object.fromEntries(served.map((path) => [path, backend])) },
	plugins: [
		pack(),
		layEasyWords(),
		bindBooks(),
		sveltekit(),
		inParts,
		plainScripts(),
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.js', // the source is src/service-worker/index.ts
			registerType: 'prompt', // a new version never reloads a page under a typing child
			injectRegister: false,
			manifest: false, // static/manifest.webmanifest
			injectManifest: {
				globPatterns: ['client/**/*.{js,css,svg,png,woff2,webmanifest}', 'prerendered/**/*.html'],
				globIgnores: [
					'client/icon-{512,maskable-512}.png', // whoever installs it fetches them, once
					'client/_app/immutable/nations/**', // src/service-worker/nations.ts keeps them
					'prerendered/pages/*/{wales,scotland,northern-ireland}/**'
				]
			},
			kit: { adapterFallback: '200.html', spa: true }
		}),
		bindParcels()
	]
});
