import { expect, it } from 'vitest';
import { device, mapleAs, NOW, person } from '../../testing/maple.ts';
import { mayHaveGone, newDevices } from './devices.ts';

it('is which of my devices are new to me', () => {
	const fresh = { approved_at: null };
	const devices = [
		...[device("robin's tablet", 'robin', fresh), device('new', 'robin', fresh), device('known', 'robin')],
		...[device('lost', 'robin', { ...fresh, cut_off_at: NOW }), device('other', 'kai', fresh)]
	];
	expect(newDevices(mapleAs('robin', { devices })).map(({ id }) => id)).toEqual(['new']);
	const stopped = devices.map((one) => ({ ...one, stop: { by: "robin's tablet", at: NOW, contested_at: null } }));
	expect(newDevices(mapleAs('robin', { devices: stopped }))).toEqual([]); // it was settled
});

it('is which devices of a child may have gone with the adult who added them', () => {
	const added = { approved_at: null, invited_by: 'lou' };
	const devices = [device('phone', 'robin', added), device('sure', 'robin', { invited_by: 'lou' })];
	const gone = (more: object, by = person('lou', 'worker', { left_at: NOW })) => {
		const view = mapleAs('jo', { people: [person('robin', 'child'), person('jo', 'worker'), by] });
		return devices.map((one) => ({ ...one, ...more })).filter((one) => mayHaveGone(view, one));
	};
	expect(gone({}).map(({ id }) => id)).toEqual(['phone']); // Robin said yes to the other one
	expect(gone({}, person('lou', 'worker', { at_work: false })).map(({ id }) => id)).toEqual(['phone']);
	expect(gone({}, person('lou', 'worker'))).toEqual([]);
	expect(gone({ approved_by: ['jo'] })).toEqual([]);
	expect(gone({ approved_by: ['lou'] }).map(({ id }) => id)).toEqual(['phone']);
	expect(gone({ cut_off_at: NOW })).toEqual([]);
	expect(gone({ person_id: 'jo' })).toEqual([]);
	expect(gone({ invited_by: null })).toEqual([]);
});
