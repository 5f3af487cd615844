import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oneAtATime } from './gate.ts';

describe('one at a time', () => {
	it('nobody comes in before the one before has gone, in the order of coming', async () => {
		const gate = oneAtATime(100);
		const seen: string[] = [];
		const work = (name: string, ms: number) =>
			gate.pass(async () => {
				seen.push(`${name} in`);
				await wait(ms);
				seen.push(`${name} out`);
				return name;
			});
		expect(await Promise.all([work('a', 20), work('b', 1), work('c', 5)])).toEqual(['a', 'b', 'c']);
		expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
	});

	it('one that fails holds up nobody', async () => {
		const gate = oneAtATime(100);
		const failing = gate.pass(() => Promise.reject(new Error('no')));
		const next = gate.pass(() => Promise.resolve('yes'));
		await expect(failing).rejects.toThrow('no');
		expect(await next).toBe('yes');
	});

	it('too many are turned away at once, and later let in', async () => {
		const gate = oneAtATime(2);
		const waiting = [gate.pass(() => wait(10, 'a')), gate.pass(() => wait(1, 'b'))];
		expect(await gate.pass(() => wait(1, 'c'))).toBeNull();
		await Promise.all(waiting);
		expect(await gate.pass(() => wait(1, 'd'))).toBe('d');
	});
});
