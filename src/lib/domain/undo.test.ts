import { expect, it } from 'vitest';
import { canBeUndone, holdOf, UNDO } from './undo.ts';

it('what takes something away waits ten seconds; what keeps somebody safe goes at once', () => {
	expect(holdOf('take_back', 1000)).toEqual({ held: 1000 + UNDO });
	expect(holdOf('cut_off_device', 1000)).toEqual({});
	expect([canBeUndone('person_left'), canBeUndone('refuse_cover')]).toEqual([true, false]);
});
