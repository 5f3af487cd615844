import { expect, it } from 'vitest';
import { hours, mapleAs, NOW } from '../../testing/maple.ts';
import type { Tablet } from '../../tablet.ts';
import { mayPair, stateOfTablet, tabletsOf } from './tablets.ts';

const tablet = (more: Partial<Tablet> = {}): Tablet => ({
	...{ id: 't', device: 'Hall', made_by: 'pat', made_at: hours(-1), expires_at: hours(23), used_at: null },
	...{ cut_off_at: null, ...more }
});

it('a tablet waits for its code, shows the guide, or is over', () => {
	expect(stateOfTablet(tablet(), NOW)).toBe('waits');
	expect(stateOfTablet(tablet({ expires_at: hours(-1) }), NOW)).toBe('over');
	expect(stateOfTablet(tablet({ used_at: NOW }), NOW)).toBe('shows');
	expect(stateOfTablet(tablet({ used_at: NOW, cut_off_at: NOW }), NOW)).toBe('over');
});

it('whoever works in the home may pair one; an older database knows of none', () => {
	expect(['jo', 'pat', 'morgan', 'robin'].map((id) => mayPair(mapleAs(id)))).toEqual([true, true, false, false]);
	expect(tabletsOf(mapleAs('pat'))).toEqual([]);
	expect(tabletsOf(mapleAs('pat', { tablets: [tablet()] }))).toHaveLength(1);
});
