import { describe, expect, it } from 'vitest';
import { createLeakyBuckets } from './leaky-buckets.ts';

function clock() {
	let now = 1_000_000;
	return { now: () => now, pass: (seconds: number) => (now += seconds * 1000) };
}

describe('how much of a limit somebody has used', () => {
	it('so many at once, then one after another as they come back', () => {
		const time = clock();
		const buckets = createLeakyBuckets({ burst: 30, seconds: 2 }, time.now);
		const take = () => {
			const wait = buckets.wait('a');
			if (wait === 0) buckets.add('a');
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
		const buckets = createLeakyBuckets({ burst: 1, seconds: 60 }, () => 0);
		for (let n = 0; n < 3; n++) buckets.refund('a');
		buckets.add('a');
		expect(buckets.wait('a')).toBe(60);
		buckets.refund('a');
		expect(buckets.wait('a')).toBe(0);
	});

	it('a clock that goes back holds nobody up for longer', () => {
		let now = 1_000_000;
		const buckets = createLeakyBuckets({ burst: 1, seconds: 60 }, () => now);
		buckets.add('a');
		now -= 900_000;
		expect(buckets.wait('a')).toBe(60);
	});

	it('a flood of made-up names neither forgets whoever has used theirs up, nor holds up who has not', () => {
		const buckets = createLeakyBuckets({ burst: 10, seconds: 60 }, () => 0, 1024);
		for (let n = 0; n < 10; n++) buckets.add('noisy');
		for (let n = 0; n < 2500; n++) buckets.add(`made up ${n}`);
		expect(buckets.wait('noisy')).toBeGreaterThan(0);
		const heldUp = Array.from({ length: 300 }, (_, n) => buckets.wait(`somebody else ${n}`)).filter((wait) => wait > 0);
		expect(heldUp).toEqual([]);
	});
});
