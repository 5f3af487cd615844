// The rooms of src/lib and what each may use (README, "The rooms"). Arrows only point down. npm run lint runs this.
const room = (name) => `^src/lib/${name}/`;
/** Rooms that show the guide, which stands in src/content. */
const screens = ['shell', 'door', 'child', 'staff'];
const only = (name, ...allowed) => ({
	name: `${name}-uses-only-${allowed.join('-') || 'itself'}`,
	severity: 'error',
	from: { path: room(name), pathNot: '\\.test\\.ts$' },
	to: {
		path: '^src/',
		pathNot: [...[name, ...allowed].map(room), ...(screens.includes(name) ? ['^src/content/'] : [])]
	}
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		// What is not found is not held to any rule
		{
			name: 'every-import-is-found',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, path: '^[.$](?!app/|env/|/.types$)' }
		},
		{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
		only('domain'),
		only('platform', 'domain'),
		only('i18n', 'domain', 'platform'),
		only('ui', 'i18n', 'domain', 'platform'),
		only('client', 'domain', 'platform'),
		only('draft', 'client', 'domain'),
		only('shell', 'draft', 'client', 'ui', 'i18n', 'domain', 'platform'),
		only('door', 'shell', 'client', 'ui', 'i18n', 'domain', 'platform'),
		only('child', 'shell', 'draft', 'client', 'ui', 'i18n', 'domain', 'platform'),
		only('staff', 'shell', 'draft', 'client', 'ui', 'i18n', 'domain', 'platform'),
		{
			name: 'routes-hold-only-screens',
			severity: 'error',
			from: {},
			to: { path: '^src/routes/.*\\.ts$', pathNot: '/\\+(page|layout)\\.ts$' }
		},
		{
			name: 'a-childs-screen-knows-no-staff',
			severity: 'error',
			from: { path: '^src/routes/\\(app\\)/my/' },
			to: { path: room('staff') }
		},
		{
			name: 'a-staff-screen-knows-no-child',
			severity: 'error',
			from: { path: '^src/routes/\\(app\\)/(work|home)/' },
			to: { path: room('child') }
		},
		{
			name: 'domain-imports-nothing',
			severity: 'error',
			from: { path: room('domain'), pathNot: '\\.test\\.ts$' },
			to: { dependencyTypesNot: ['local', 'localmodule', 'type-only'], path: 'node_modules' }
		},
		{
			name: 'only-outbound-knows-supabase',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/client/outbound/supabase\\.ts$' },
			to: { path: 'node_modules/@supabase' }
		},
		{
			name: 'supabase-comes-late',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: 'node_modules/@supabase', dependencyTypesNot: ['dynamic-import', 'type-only'], dynamic: false }
		},
		{
			name: 'only-the-drawer-knows-dexie',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/client/local/' },
			to: { path: 'node_modules/dexie' }
		},
		{
			name: 'public-pages-know-no-drawer',
			severity: 'error',
			from: { path: '^src/routes/\\(public\\)' },
			to: { path: '^src/lib/client/|node_modules/(dexie|@supabase)', reachable: true }
		},
		{ name: 'lib-knows-no-route', severity: 'error', from: { path: '^src/lib' }, to: { path: '^src/routes' } }
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: '\\.svelte-kit',
		tsConfig: { fileName: 'tsconfig.json' },
		webpackConfig: { fileName: 'tests/house/aliases.mjs' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'svelte', 'default'] }
	}
};
