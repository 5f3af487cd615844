import { expect, it } from 'vitest';
import { networkOf, regionOf } from './network.ts';

it('a device that changes its address within its own network is still the same', () => {
	expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
	expect(networkOf('2001:db8:1:2::9')).toBe('2001:db8:1:2');
	expect(networkOf('2001:0DB8:0001:2::9')).toBe('2001:db8:1:2');
	expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
	expect(networkOf('::1')).toBe('0:0:0:0');
	expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
	expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
});

it('so is, for who is new to an account, whoever has many networks of one kind', () => {
	expect([regionOf('2001:db8:1:2::9'), regionOf('2001:db8:1:ffff::1')]).toEqual(['2001:db8:1', '2001:db8:1']);
	expect([regionOf('192.0.2.1'), regionOf('::ffff:192.0.2.200')]).toEqual(['192.0.2', '192.0.2']);
});
