import { describe, expect, it } from 'vitest';
import { device, hours, mapleAs, NOW } from '../../testing/maple.ts';
import type { Invite } from '../../device.ts';
import { isLiveCode, liveCodeOf, withoutWayIn, workingDevices } from './codes.ts';

const invite = (id: string, person_id: string, more: Partial<Invite> = {}): Invite => ({
	...{ id, person_id, device: 'tablet', made_by: 'pat', made_at: hours(-1), expires_at: hours(23) },
	...{ used_at: null, ended_at: null },
	...more
});

describe('a code', () => {
	it('lets somebody in once, for its day, unless it was taken back', () => {
		expect(isLiveCode(invite('code', 'kai'), NOW)).toBe(true);
		expect(isLiveCode(invite('code', 'kai'), hours(23))).toBe(false);
		expect(isLiveCode(invite('code', 'kai', { used_at: NOW }), NOW)).toBe(false);
		expect(isLiveCode(invite('code', 'kai', { ended_at: NOW }), NOW)).toBe(false);
	});

	it('is one a person: of those that are over none counts', () => {
		const invites = [invite('old', 'kai', { ended_at: NOW }), invite('live', 'kai'), invite('other', 'robin')];
		const view = mapleAs('pat', { invites });
		expect(liveCodeOf(view, 'kai', NOW)?.id).toBe('live');
		expect(liveCodeOf(view, 'sam', NOW)).toBeNull();
	});
});

it('whoever has a device that works, or a code, needs no line on the sheet', () => {
	const lost = device('lost', 'kai', { cut_off_at: NOW });
	const devices = [device('phone', 'robin'), device('tablet', 'robin', { made_at: NOW }), lost];
	const view = mapleAs('pat', { devices, invites: [invite('live', 'sam'), invite('old', 'jo', { used_at: NOW })] });
	expect(workingDevices(view, 'robin').map(({ id }) => id)).toEqual(['tablet', 'phone']);
	expect(workingDevices(view, 'kai')).toEqual([]);
	expect(withoutWayIn(view, view.people, NOW).map(({ id }) => id)).toEqual(['jo', 'kai', 'lou', 'morgan', 'pat']);
});
