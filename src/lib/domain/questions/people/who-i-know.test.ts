import { describe, expect, it } from 'vitest';
import { mapleAs, NOW, person } from '../../testing/maple.ts';
import type { View } from '../../view.ts';
import { whoIKnow } from './who-i-know.ts';

const [leave] = mapleAs('robin').away;
const told = (more: Partial<View>) =>
	whoIKnow(mapleAs('robin', more), NOW).map((one) => `${one.person.id} ${one.job} ${one.presence.state}`);

describe('whom Robin is told to go to', () => {
	it('is who is here first, and says of the others that they are not', () => {
		expect(told({})).toEqual(['jo key_worker here', 'pat manager here', 'sam key_worker away']);
	});

	it('is nobody as if they were here, when two who cover for each other are both away', () => {
		const away = [leave!, { ...leave!, id: 'ill', worker_id: 'jo', cover_id: 'sam' }];
		expect(told({ away })).toEqual(['pat manager here', 'sam key_worker away', 'jo key_worker away']);
	});

	it('is whoever covers, before the manager', () => {
		const away = [{ ...leave!, cover_id: 'lou' }];
		expect(told({ away })).toEqual([
			'jo key_worker here',
			'lou worker here',
			'pat manager here',
			'sam key_worker away'
		]);
	});

	it('is a manager who is away, too, with that said', () => {
		const away = [{ ...leave!, worker_id: 'pat', cover_id: null }];
		expect(told({ away })).toContain('pat manager away');
	});

	it('is not told as here who is not at work now', () => {
		const people = mapleAs('robin').people.map((one) =>
			one.id === 'jo' ? person('jo', 'worker', { at_work: false }) : one
		);
		expect(told({ people }).at(-1)).toBe('jo key_worker not_at_work');
	});
});
