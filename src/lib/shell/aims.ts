import type { Aim } from '$lib/domain/vocabulary/sessions.ts';

/** What a time is for, as a picture: one for each idea. */
export const AIM_PICTURES = {
	together: 'ball',
	progress: 'magnifier',
	issue: 'ear',
	review: 'people',
	court: 'scales',
	future: 'ways',
	past: 'open_book',
	settling: 'box'
} as const satisfies Record<Aim, string>;
