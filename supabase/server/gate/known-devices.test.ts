import { describe, expect, it } from 'vitest';
import { createKnownDevices } from './known-devices.ts';

const DAY = 86_400_000;

describe('the token of a known device', () => {
	it('is of the account that signed in, and of no other', () => {
		const devices = createKnownDevices('key');
		const device = devices.read(devices.issue('Jo@Example.invalid ', null));
		expect(devices.belongsTo(device, 'jo@example.invalid')).toBe(true);
		expect(devices.belongsTo(device, 'sam@example.invalid')).toBe(false);
		expect(devices.belongsTo(null, 'jo@example.invalid')).toBe(false);
	});

	it('says no e-mail address, and another one on each device', () => {
		const devices = createKnownDevices('key');
		const [tablet, phone] = [devices.issue('jo@example.invalid', null), devices.issue('jo@example.invalid', null)];
		const address = Buffer.from('jo@example.invalid');
		for (const written of ['example', address.toString('hex'), address.toString('base64url').slice(0, 12)])
			expect(tablet).not.toContain(written);
		expect(tablet).not.toBe(phone);
		expect(devices.read(tablet)?.id).not.toBe(devices.read(phone)?.id);
	});

	it('issued again, it is the same device, and on another account another one', () => {
		const devices = createKnownDevices('key');
		const device = devices.read(devices.issue('jo@example.invalid', null));
		expect(devices.read(devices.issue('jo@example.invalid', device))).toEqual(device);
		expect(devices.read(devices.issue('sam@example.invalid', device))?.id).not.toBe(device?.id);
	});

	it('that was forged, changed, cut short or is too old is none', () => {
		let now = 20_000 * DAY;
		const devices = createKnownDevices('key', () => now);
		const token = devices.issue('jo@example.invalid', null);
		const parts = token.split('.');
		const forged = [
			createKnownDevices('another key', () => now).issue('jo@example.invalid', null),
			[parts[0], 'A'.repeat(16), ...parts.slice(2)].join('.'),
			['A'.repeat(22), ...parts.slice(1)].join('.'),
			[parts[0], parts[1], '29999', parts[3]].join('.'),
			token.slice(0, -1),
			'',
			'a.b.c.d'
		];
		for (const text of forged) expect([text, devices.read(text)]).toEqual([text, null]);
		expect(devices.read(undefined)).toBeNull();
		now += 180 * DAY;
		expect(devices.read(token)).not.toBeNull();
		now += DAY;
		expect(devices.read(token)).toBeNull();
	});
});
