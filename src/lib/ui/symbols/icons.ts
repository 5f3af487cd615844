/** The line icons of sprites/icons.svg. Those that point are turned round in languages that run from the right. @internal */
export const icons = [
	'activity',
	'advocate',
	'alert',
	'back',
	'backspace',
	'book',
	'brush',
	'calendar',
	'camera',
	'check',
	'clock',
	'colours',
	'cross',
	'down',
	'drive',
	'empty',
	'eye',
	'full',
	'half',
	'hide',
	'home',
	'key',
	'lantern',
	'letters',
	'list',
	'listen',
	'lock',
	'mark',
	'microphone',
	'more',
	'next',
	'pause',
	'pen',
	'people',
	'person',
	'phone',
	'picture',
	'place',
	'play',
	'plus',
	'print',
	'question',
	'send',
	'stop',
	'tablet',
	'talk',
	'thick',
	'turn',
	'undo',
	'up',
	'walk'
] as const;
export type IconName = (typeof icons)[number];

const pointing: readonly IconName[] = ['back', 'next', 'more', 'send', 'undo', 'turn', 'backspace'];
export const flips = (name: IconName): boolean => pointing.includes(name);

/**
 * The drawings of sprites/art.svg. Each means one thing everywhere: lantern help, kite a wish, envelope an answer. Balance and
 * horn are the pictures `scales` and `megaphone` (Fluent Emoji, MIT) once more: every page shows them, and fetches no other file.
 */
export const drawings = [
	'advocate',
	'balance',
	'chairs',
	'door',
	'drawer',
	'envelope',
	'family',
	'horn',
	'house',
	'kite',
	'lantern',
	'notes',
	'shelf'
] as const;
export type DrawingName = (typeof drawings)[number];
