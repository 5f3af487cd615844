import { expect, it } from 'vitest';
import { hours, mapleHouse } from '../../../../../tests/support/maple-house.ts';
import type { Agreement } from '../../view.ts';
import { newestAgreement } from './agreements.ts';

it('how we meet is the newest version', () => {
	const version = (id: string, made_at: string): Agreement => ({
		id,
		child_id: 'robin',
		made_by: 'sam',
		made_at,
		how_often: '',
		where_we_meet: '',
		how_to_stop: '',
		notes_kept: '',
		agreed: []
	});
	const agreements = [version('new', hours(-1)), version('old', hours(-9))];
	expect(newestAgreement(mapleHouse({ agreements }), 'robin')?.id).toBe('new');
	expect(newestAgreement(mapleHouse({ agreements }), 'kai')).toBeNull();
});
