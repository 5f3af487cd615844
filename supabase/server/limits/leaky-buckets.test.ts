import { describe, expect, it } from 'vitest';
import { makeMeter } from './leaky-buckets.ts';

function clock() {
	let now = 1_000_000;
	return { now: () => now, pass: (seconds: number) => (now += seconds * 1000) };
}

describe('how much of a limit somebody has used', () => {
	it('so many at once, then one after another as they come back', () => {
		const time = clock();
		const meter = makeMeter({ atOnce: 30, seconds: 2 }, time.now);
		const take = () => {
			const wait = meter.wait('a');
			if (wait === 0) meter.add('a');
			return wait;
		};
		for (let n = 0; n < 30; n++) expect(take()).toBe(0);
		expect(take()).toBe(2);
		time.pass(1);
		expect(take()).toBe(1);
		time.pass(1);
		expect([take(), take()]).toEqual([0, 2]);
		time.pass(3600);
		for (let n = 0; n < 30; n++) expect(take()).toBe(0);
		expect(take()).toBe(2);
	});

	it('what was given back did not count, and nobody has more than the limit', () => {
		const meter = makeMeter({ atOnce: 1, seconds: 60 }, () => 0);
		for (let n = 0; n < 3; n++) meter.giveBack('a');
		meter.add('a');
		expect(meter.wait('a')).toBe(60);
		meter.giveBack('a');
		expect(meter.wait('a')).toBe(0);
	});

	it('a clock that goes back holds nobody up for longer', () => {
		let now = 1_000_000;
		const meter = makeMeter({ atOnce: 1, seconds: 60 }, () => now);
		meter.add('a');
		now -= 900_000;
		expect(meter.wait('a')).toBe(60);
	});

	it('a flood of made-up names neither forgets whoever has used theirs up, nor holds up who has not', () => {
		const meter = makeMeter({ atOnce: 10, seconds: 60 }, () => 0, 1024);
		for (let n = 0; n < 10; n++) meter.add('noisy');
		for (let n = 0; n < 2500; n++) meter.add(`made up ${n}`);
		expect(meter.wait('noisy')).toBeGreaterThan(0);
		const heldUp = Array.from({ length: 300 }, (_, n) => meter.wait(`somebody else ${n}`)).filter((wait) => wait > 0);
		expect(heldUp).toEqual([]);
	});
});
