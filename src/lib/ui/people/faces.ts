import type { Messages } from '$lib/i18n/messages.d.ts';

/** The pictures for the front of a drawer. The plain ones are for whoever wants no animal there. */
export const faces = [
	'bird',
	'whale',
	'fox',
	'cat',
	'leaf',
	'star',
	'moon',
	'mountain',
	'wave',
	'letter_honey',
	'letter_plum',
	'stripes_sea',
	'stripes_plum',
	'dots_honey',
	'dots_clay',
	'squares_sea',
	'squares_sky'
] as const satisfies readonly (keyof Messages['faces']['face'])[];
export type FaceId = (typeof faces)[number];
export const isFace = (id: string): id is FaceId => faces.some((face) => face === id);
