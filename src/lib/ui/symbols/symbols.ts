import type { Messages } from '$lib/i18n/messages.d.ts';

/** The pictures that a child can say something with. The key is what is stored; `from` is where the drawing comes from. */
export const symbols = {
	family: { from: 'art' },
	friends: { from: 'handshake' },
	activities: { from: 'soccer-ball' },
	going_out: { from: 'bicycle' },
	school: { from: 'backpack' },
	food: { from: 'pot-of-food' },
	room: { from: 'bed' },
	clothes: { from: 't-shirt' },
	money: { from: 'coin' },
	sleep: { from: 'crescent-moon' },
	body: { from: 'healthicons:body' },
	rule: { from: 'scroll' },
	worry: { from: 'cloud-with-rain' },
	good_news: { from: 'sun' },
	broken: { from: 'hammer-and-wrench' },
	phone: { from: 'mobile-phone' },
	health: { from: 'stethoscope' },
	pet: { from: 'paw-prints' },
	hobby: { from: 'artist-palette' },
	culture: { from: 'candle' },
	my_plan: { from: 'compass' },
	moving: { from: 'package' },
	birthday: { from: 'birthday-cake' },
	quiet: { from: 'headphone' },
	hurt: { from: 'adhesive-bandage', careful: true },
	not_safe: { from: 'ring-buoy', careful: true },
	bullied: { from: 'cloud-with-lightning', careful: true },
	held: { from: 'raised-hand', careful: true },
	about_adult: { from: 'bust-in-silhouette', careful: true },
	something_else: { from: 'puzzle-piece' },
	dont_know: { from: 'thinking-face' }
} as const satisfies Record<keyof Messages['symbols'], { from: string; careful?: true }>;
export type SymbolId = keyof typeof symbols;

/** May this one be about harm? Then the screen asks who first, and keeps Help in sight. */
export const isCareful = (id: string): boolean => isSymbol(id) && 'careful' in symbols[id];

/** Is this stored word one of ours? An older or a newer app may have others: then there is no picture. */
export const isSymbol = (id: string): id is SymbolId => Object.hasOwn(symbols, id);

/** Twelve pictures to lock a drawer with: no two alike in shape, name or colour. */
export const locks = {
	apple: 'red-apple',
	boat: 'sailboat',
	umbrella: 'umbrella',
	cactus: 'cactus',
	guitar: 'guitar',
	rocket: 'rocket',
	mushroom: 'mushroom',
	crown: 'crown',
	bus: 'bus',
	fish: 'fish',
	clover: 'four-leaf-clover',
	bell: 'bell'
} as const satisfies Record<keyof Messages['faces']['lock'], string>;
export type LockId = keyof typeof locks;

/** Pictures for pages of the guide and for help: one picture, one meaning. */
export const pictures = {
	key: 'key',
	call: 'telephone-receiver',
	shield: 'shield',
	ear: 'ear',
	scales: 'balance-scale',
	megaphone: 'megaphone',
	open_book: 'open-book',
	pencil: 'pencil',
	council: 'classical-building',
	calendar: 'spiral-calendar',
	briefcase: 'briefcase',
	magnifier: 'magnifying-glass-tilted-left',
	text: 'mobile-phone',
	night: 'crescent-moon',
	teacher: 'backpack',
	nurse: 'stethoscope',
	cloud: 'cloud-with-rain',
	ball: 'soccer-ball',
	ways: 'compass',
	hand: 'raised-hand',
	cake: 'birthday-cake',
	box: 'package',
	plaster: 'adhesive-bandage',
	ring: 'ring-buoy',
	people: 'busts-in-silhouette',
	person: 'bust-in-silhouette',
	eye: 'eye',
	clock: 'alarm-clock',
	fire: 'fire',
	coin: 'coin',
	pot: 'pot-of-food',
	shoe: 'running-shoe',
	bed: 'bed',
	talk: 'speech-balloon',
	folder: 'open-file-folder',
	tick: 'check-mark-button',
	stop: 'stop-sign',
	seedling: 'seedling',
	tea: 'hot-beverage',
	laptop: 'laptop',
	candle: 'candle',
	morning: 'sunrise',
	midday: 'sun',
	afternoon: 'sun-behind-cloud',
	evening: 'sunset',
	grey: 'cloud'
} as const;
export type PictureId = keyof typeof pictures;
