import { describe, expect, it } from 'vitest';
import { makeTries } from './tries.ts';

function atNoon() {
	let now = 1_000_000;
	return { tries: makeTries(() => now), pass: (seconds: number) => (now += seconds * 1000) };
}

describe('wrong passwords of one account', () => {
	it('five are free, then each waits longer, and never longer than five minutes', () => {
		const { tries, pass } = atNoon();
		for (let n = 0; n < 5; n++) expect(tries.take('jo@example.invalid')).toBe(0);
		const waits = [30, 60, 120, 300, 300];
		for (const wait of waits) {
			expect(tries.take('jo@example.invalid')).toBe(wait);
			pass(wait - 1);
			expect(tries.take('jo@example.invalid')).toBe(1);
			pass(1);
			expect(tries.take('jo@example.invalid')).toBe(0);
		}
	});

	it('are one account’s, however its address is written', () => {
		const { tries } = atNoon();
		for (const address of ['jo@example.invalid', 'JO@example.invalid', ' jo@Example.invalid', 'jo@example.invalid '])
			tries.take(address);
		expect(tries.take('Jo@example.invalid')).toBe(0);
		expect(tries.take('jo@example.invalid')).toBe(30);
		expect(tries.take('sam@example.invalid')).toBe(0);
	});

	it('are forgotten with the right one, and an hour after the last', () => {
		const { tries, pass } = atNoon();
		for (let n = 0; n < 4; n++) tries.take('jo@example.invalid');
		tries.right('jo@example.invalid');
		for (let n = 0; n < 5; n++) expect(tries.take('jo@example.invalid')).toBe(0);
		pass(60 * 60);
		for (let n = 0; n < 5; n++) expect(tries.take('jo@example.invalid')).toBe(0);
		expect(tries.take('jo@example.invalid')).toBe(30);
	});

	it('do not count while the server cannot look at them', () => {
		const { tries } = atNoon();
		for (let n = 0; n < 20; n++) {
			expect(tries.take('jo@example.invalid')).toBe(0);
			tries.giveBack('jo@example.invalid');
		}
	});
});
