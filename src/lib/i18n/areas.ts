/** What every screen of the adults says. */
const STAFF = [
	...(['common', 'safety', 'kit', 'faces', 'symbols', 'problems', 'notices', 'look'] as const),
	...(['about', 'sections', 'homeguide', 'staff', 'reply', 'worried', 'away', 'codes', 'review'] as const)
] as const;

/**
 * Which pages of words belong together. One area is fetched at once, in one language.
 * A page is a file `locales/<lang>/<page>.json`; `messages.d.ts` gives it its type.
 */
export const areas = {
	door: ['common', 'safety', 'kit', 'faces', 'door', 'look'],
	here: ['common', 'safety', 'kit', 'sections', 'here'],
	join: ['common', 'safety', 'kit', 'faces', 'problems', 'join', 'lock'],
	my: [
		'common',
		'safety',
		'kit',
		'faces',
		'symbols',
		'problems',
		'notices',
		'today',
		'card',
		'sections',
		'look',
		'lock',
		'devices',
		'shared',
		'privacy',
		'ask',
		'story',
		'list',
		'complain',
		'unclear',
		'time',
		'review'
	],
	/** Only where a child tells of themselves, and where what they told is shown: Today fetches none of it. */
	about: ['about', 'aboutme'],
	/** Only where a child gets ready for a review: Today fetches none of it. */
	meeting: ['meeting'],
	/** Only where a child looks at our time, and where it is planned. */
	aims: ['aims'],
	/** Only where a child says something. */
	voice: ['voice'],
	work: [
		...STAFF,
		'signin',
		'quick',
		'password',
		'lock',
		'children',
		'sheet',
		'plan',
		'aims',
		'meet',
		'record',
		'told',
		'mycard',
		'card',
		'today'
	],
	home: [
		...STAFF,
		'waiting',
		'complaints',
		'evidence',
		'audit',
		'people',
		'keyworkers',
		'settings',
		'children',
		'told'
	],
	public: ['common', 'safety', 'help', 'guide', 'contacts']
} as const;
export type Area = keyof typeof areas;

/** The areas that a page belongs to. Pages of the same areas are always fetched together; whoever comes in has those of the door. */
export function groupOf(page: string): string {
	const all = Object.entries(areas).filter(([, pages]) => pages.some((one) => one === page));
	return all.some(([area]) => area === 'door') ? 'door' : all.map(([area]) => area).join('-');
}

/** Only the words that this part of the app says: `route` is its id. */
export function areasOf(route: string): Area[] {
	if (/^\/\(app\)\/my\/(help|guide|advocate)/.test(route)) return ['my', 'public'];
	if (route.startsWith('/(app)/my/time')) return ['my', 'aims'];
	if (route.startsWith('/(app)/my/meeting')) return ['my', 'meeting', 'voice'];
	if (/^\/\(app\)\/my\/(about|shared|story)/.test(route)) return ['my', 'about'];
	if (/^\/\(app\)\/my\/(ask|another|complain|list)/.test(route)) return ['my', 'voice'];
	if (route.startsWith('/(app)/my')) return ['my'];
	if (route.startsWith('/(app)/home')) return ['home'];
	if (route.startsWith('/(app)/here')) return ['here'];
	return route.startsWith('/(app)/join') ? ['join'] : ['work'];
}
