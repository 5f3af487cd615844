import type { SectionKey } from '$lib/domain/view.ts';
import type { PictureId, SymbolId } from '$lib/ui/symbols/symbols.ts';

/** Each section's own picture, in the guide and where it is written. */
export const sectionPicture: Record<SectionKey, PictureId | SymbolId> = {
	expect: 'open_book',
	support: 'seedling',
	complaints: 'megaphone',
	advocate: 'talk',
	people: 'people',
	day: 'clock',
	rules: 'tick',
	fire: 'fire',
	money: 'coin',
	family_time: 'family',
	visitors: 'person',
	phone: 'call',
	night: 'night',
	councils: 'council',
	social_workers: 'briefcase'
};

/** What a line can show besides the pictures that children say things with. */
export const linePictures = [
	...(['fire', 'clock', 'call', 'text', 'people', 'person', 'eye', 'key', 'council', 'briefcase', 'folder'] as const),
	...([
		'tea',
		'pot',
		'bed',
		'coin',
		'laptop',
		'calendar',
		'megaphone',
		'ear',
		'shield',
		'hand',
		'stop',
		'tick'
	] as const)
] as const satisfies readonly PictureId[];
