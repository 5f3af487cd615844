import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createFairQueue } from './fair-queue.ts';

const known = (name: string) => ({ name, known: true });
const other = (name: string) => ({ name, known: false });

describe('one at a time', () => {
	it('nobody comes in before the one before has gone, in the order of coming', async () => {
		const queue = createFairQueue(1, 100);
		const seen: string[] = [];
		const work = (name: string, ms: number) =>
			queue.run(known(name), async () => {
				seen.push(`${name} in`);
				await wait(ms);
				seen.push(`${name} out`);
				return name;
			});
		expect(await Promise.all([work('a', 20), work('b', 1), work('c', 5)])).toEqual(['a', 'b', 'c']);
		expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
	});

	it('one that fails holds up nobody', async () => {
		const queue = createFairQueue(1, 100);
		const failing = queue.run(known('a'), () => Promise.reject(new Error('no')));
		const next = queue.run(known('a'), () => Promise.resolve('yes'));
		await expect(failing).rejects.toThrow('no');
		expect(await next).toBe('yes');
	});

	it('too many are turned away at once, and later let in', async () => {
		const queue = createFairQueue(1, 1);
		const waiting = [queue.run(known('a'), () => wait(10, 'a')), queue.run(known('a'), () => wait(1, 'b'))];
		expect(await queue.run(known('a'), () => wait(1, 'c'))).toBeNull();
		await Promise.all(waiting);
		expect(await queue.run(known('a'), () => wait(1, 'd'))).toBe('d');
	});
});

describe('each in turn', () => {
	/** In which order those come in that stand before a queue while somebody is inside. */
	async function order(queue: ReturnType<typeof createFairQueue>, lines: [ReturnType<typeof known>, number][]) {
		const seen: string[] = [];
		const first = queue.run(known('first'), () => wait(5));
		const all = lines.flatMap(([who, many]) =>
			Array.from({ length: many }, () => queue.run(who, () => Promise.resolve(seen.push(who.name))))
		);
		const turnedAway = (await Promise.all(all)).filter((done) => done === null).length;
		await first;
		return { seen: seen.join(''), turnedAway };
	}

	it('whoever asks a lot waits behind whoever asks a little', async () => {
		const lines: [ReturnType<typeof known>, number][] = [
			[known('a'), 6],
			[known('b'), 2],
			[known('c'), 1]
		];
		expect((await order(createFairQueue(1, 100), lines)).seen).toBe('abcabaaaa');
	});

	it('whoever is known goes first, and the others have every fourth turn', async () => {
		const lines: [ReturnType<typeof known>, number][] = [
			[other('x'), 3],
			[known('a'), 6]
		];
		expect((await order(createFairQueue(1, 100), lines)).seen).toBe('aaxaaaxax');
	});

	it('where it is full, it is whoever has most that is turned away, and nobody known for somebody who is not', async () => {
		const flood: [ReturnType<typeof known>, number][] = [
			[other('x'), 50],
			[other('y'), 2],
			[known('a'), 4]
		];
		const { seen, turnedAway } = await order(createFairQueue(1, 10), flood);
		expect([seen.replace(/[^ay]/g, '').length, turnedAway]).toEqual([6, 46]);
	});

	it('as many as there is room for are inside at once, and no more', async () => {
		const queue = createFairQueue(3, 100);
		let [inside, most] = [0, 0];
		const work = async () => {
			most = Math.max(most, ++inside);
			await wait(2);
			inside--;
		};
		await Promise.all(Array.from({ length: 12 }, (_, n) => queue.run(known(`${n}`), work)));
		expect(most).toBe(3);
	});
});
