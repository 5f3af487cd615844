import type { CallArgs } from '$lib/domain/calls';

/** Where a drawing that has not been sent can be looked at. */
export const drawingOf = (drawing: CallArgs['put_picture'] | null): string | null =>
	drawing && `data:image/webp;base64,${drawing.data}`;
