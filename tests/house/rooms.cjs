// The rooms of src/lib and what each may use (README, "The rooms"). Arrows only point down. npm run lint runs this.
const room = (name) => `^src/lib/${name}/`;
const only = (name, ...allowed) => ({
	name: `${name}-uses-only-${allowed.join('-') || 'itself'}`,
	severity: 'error',
	from: { path: room(name), pathNot: '\\.test\\.ts$' },
	to: { path: '^src/', pathNot: [name, ...allowed].map(room) }
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
		only('domain'),
		only('platform', 'domain'),
		only('drawer', 'domain', 'platform'),
		only('sync', 'drawer', 'domain', 'platform'),
		only('i18n', 'domain', 'platform'),
		only('ui', 'i18n', 'domain', 'platform'),
		{
			name: 'domain-imports-nothing',
			severity: 'error',
			from: { path: room('domain'), pathNot: '\\.test\\.ts$' },
			to: { dependencyTypesNot: ['local', 'localmodule', 'type-only'], path: 'node_modules' }
		},
		{
			name: 'only-remote-knows-supabase',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/sync/remote\\.ts$' },
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
			from: { path: '^src/', pathNot: '^src/lib/(drawer/|ui/live\\.svelte\\.ts)' },
			to: { path: 'node_modules/dexie' }
		},
		{
			name: 'public-pages-know-no-drawer',
			severity: 'error',
			from: { path: '^src/routes/\\(public\\)' },
			to: { path: '^src/lib/(drawer|sync|app)|node_modules/(dexie|@supabase)', reachable: true }
		},
		{ name: 'lib-knows-no-route', severity: 'error', from: { path: '^src/lib' }, to: { path: '^src/routes' } }
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: '\\.svelte-kit',
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'svelte', 'default'] }
	}
};
