import { describe, expect, it } from 'vitest';
import { createKnownDevices } from '../gate/known-devices.ts';
import { LIMITS, createRateLimits } from './limits.ts';
import { takeLoginAttempt } from './login-attempts.ts';

const JO = 'jo@example.invalid';

function atNoon() {
	let now = 1_764_400_000_000;
	const limits = createRateLimits(LIMITS, () => now);
	const devices = createKnownDevices('key', () => now);
	const ofJo = () => devices.read(devices.issue(JO, null));
	const tryAs = (address: string, device = devices.read(undefined), email = JO) =>
		takeLoginAttempt(limits, email, address, device);
	const wrong = (address: string, device = devices.read(undefined), email = JO) => tryAs(address, device, email).wait;
	return { wrong, tryAs, ofJo, pass: (seconds: number) => (now += seconds * 1000) };
}

describe('wrong passwords', () => {
	it('from one network: five are free, then each waits longer, and never longer than five minutes', () => {
		const { wrong, pass } = atNoon();
		for (let n = 0; n < 5; n++) expect(wrong('192.0.2.1')).toBe(0);
		const waits: number[] = [];
		for (let n = 0; n < 40; n++) {
			const wait = wrong('192.0.2.1');
			if (wait > 0) waits.push(wait);
			pass(wait);
		}
		expect(waits[0]).toBe(30);
		expect(Math.max(...waits)).toBe(300);
		expect(waits.at(-1)).toBe(300);
	});

	it('from anywhere, for as long as somebody likes, never hold up a device that the owner uses', () => {
		const { wrong, ofJo, pass } = atNoon();
		const jos = ofJo();
		for (let n = 0; n < 800; n++) {
			wrong(`10.${n % 250}.${n % 7}.1`);
			pass(0.25);
		}
		for (let n = 0; n < 5; n++) expect(wrong('10.1.1.1', jos)).toBe(0);
	});

	it('from one address, hammering ten minutes, do not hold up the owner on a new device elsewhere', () => {
		const { wrong, tryAs, pass } = atNoon();
		for (let n = 0; n < 4 * 600; n++) {
			wrong('192.0.2.1');
			pass(0.25);
			if (n % 120 !== 0) continue;
			const owner = tryAs(`198.51.100.${n % 7}`);
			expect(owner.wait).toBe(0);
			owner.refund(); // it was right
		}
	});

	it('from 50 networks hold up the owner on a new device for no longer than what they have, and not again', () => {
		const { wrong, tryAs, pass } = atNoon();
		for (let n = 0; n < 50 * 5; n++) wrong(`10.0.${n % 50}.1`);
		let waited = 0;
		for (let wait = tryAs('198.51.100.1').wait; wait > 0; wait = tryAs('198.51.100.1').wait) {
			for (let n = 0; n < 50; n++) wrong(`10.0.${n}.${n % 20}`);
			waited += wait;
			pass(wait);
		}
		expect(waited).toBeLessThanOrEqual((50 * 5 - 30) * 2);
		for (let hour = 0; hour < 2; hour++) {
			for (let n = 0; n < 50 * 10; n++) wrong(`10.0.${n % 50}.1`);
			pass(300);
			const owner = tryAs('203.0.113.1');
			expect(owner.wait).toBeLessThanOrEqual(4);
			if (owner.wait === 0) owner.refund();
		}
	});

	it('of a whole IPv6 network count as one newcomer', () => {
		const { wrong, tryAs } = atNoon();
		for (let n = 0; n < 200; n++) wrong(`2001:db8:1:${n.toString(16)}::1`);
		expect(tryAs('198.51.100.1').wait).toBe(0);
	});

	it('a known device waits too when it is wrong again and again, and it alone', () => {
		const { wrong, ofJo, pass } = atNoon();
		const [tablet, phone] = [ofJo(), ofJo()];
		for (let n = 0; n < 10; n++) expect(wrong('192.0.2.1', tablet)).toBe(0);
		expect(wrong('192.0.2.1', tablet)).toBe(10);
		expect(wrong('192.0.2.1', phone)).toBe(0);
		expect(wrong('192.0.2.1')).toBe(0);
		pass(10);
		expect(wrong('192.0.2.1', tablet)).toBe(0);
	});

	it('are one account’s, however its address is written', () => {
		const { wrong } = atNoon();
		for (const email of [JO, 'JO@example.invalid', ' jo@Example.invalid', 'jo@example.invalid ', JO])
			wrong('192.0.2.1', null, email);
		expect(wrong('192.0.2.1', null, 'Jo@example.invalid')).toBe(30);
		expect(wrong('192.0.2.1', null, 'sam@example.invalid')).toBe(0);
	});

	it('do not count where they were right, or where the server could not look at them', () => {
		const { tryAs } = atNoon();
		for (let n = 0; n < 100; n++) {
			const { wait, refund } = tryAs('192.0.2.1');
			expect(wait).toBe(0);
			refund();
		}
	});
});
