import { describe, expect, it } from 'vitest';
import { LIMITS, makeRates, network } from './rates.ts';

describe('how often one address may ask', () => {
	const clock = () => {
		let now = 0;
		return { now: () => now, pass: (seconds: number) => (now += seconds * 1000) };
	};

	it('all of a minute’s at once, then one after another as they come back', () => {
		const time = clock();
		const rates = makeRates({ ...LIMITS, check_code: 30 }, time.now);
		const take = () => rates.take('check_code', '192.0.2.1');
		for (let n = 0; n < 30; n++) expect(take()).toBe(0);
		expect(take()).toBe(2);
		time.pass(2);
		expect([take(), take()]).toEqual([0, 2]);
		time.pass(3600);
		for (let n = 0; n < 30; n++) expect(take()).toBe(0);
		expect(take()).toBe(2);
	});

	it('a refused try costs nothing, so that waiting as told is enough', () => {
		const time = clock();
		const rates = makeRates({ ...LIMITS, sign_in: 1 }, time.now);
		rates.take('sign_in', 'a');
		for (let n = 0; n < 100; n++) expect(rates.take('sign_in', 'a')).toBe(60);
		time.pass(60);
		expect(rates.take('sign_in', 'a')).toBe(0);
	});

	it('addresses and limits do not share', () => {
		const rates = makeRates({ sign_in: 1, refresh: 1, check_code: 1, rpc: 1 }, () => 0);
		for (const limit of ['sign_in', 'refresh', 'check_code', 'rpc'] as const) {
			for (const address of ['192.0.2.1', '192.0.2.2', '2001:db8::1']) expect(rates.take(limit, address)).toBe(0);
		}
	});

	it('a flood of addresses does not fill the memory, nor forget the one that asks all the time', () => {
		const rates = makeRates({ ...LIMITS, sign_in: 2 }, () => 0);
		rates.take('sign_in', 'busy');
		for (let n = 0; n < 50_000; n++) {
			rates.take('sign_in', `10.0.${n >> 8}.${n & 255}`);
			if (n % 1000 === 0) rates.take('sign_in', 'busy');
		}
		expect(rates.take('sign_in', 'busy')).toBeGreaterThan(0);
	});

	it('a device that changes its address within its own network is still the same', () => {
		expect(network('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
		expect(network('2001:db8:1:2::9')).toBe('2001:db8:1:2');
		expect(network('2001:db8::1')).toBe('2001:db8:0:0');
		expect(network('::1')).toBe('0:0:0:0');
		expect(network('::ffff:192.0.2.1')).toBe('192.0.2.1');
		expect(network('192.0.2.1')).toBe('192.0.2.1');
	});
});
