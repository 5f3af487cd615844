import { afterEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './with-lock.ts';

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
afterEach(() => vi.unstubAllGlobals());

describe.each([
	['with the locks of the browser', () => undefined],
	['where the browser has none', () => vi.stubGlobal('navigator', {})]
])('one at a time, %s', (_, prepare) => {
	it('the second begins when the first has ended', async () => {
		prepare();
		const told: string[] = [];
		const work = (name: string) => async () => {
			told.push(`${name} begins`);
			await pause(5);
			told.push(`${name} ends`);
			return name;
		};
		expect(await Promise.all([withLock('push', work('first')), withLock('push', work('second'))])).toEqual([
			'first',
			'second'
		]);
		expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
	});

	it('under another name nobody waits', async () => {
		prepare();
		const never = withLock('push ada', () => new Promise(() => undefined));
		expect(await withLock('push ben', async () => 'at once')).toBe('at once');
		void never;
	});

	it('one that fails holds up nobody', async () => {
		prepare();
		const failing = withLock('push kai', () => Promise.reject(new Error('no')));
		const next = withLock('push kai', async () => 'next');
		await expect(failing).rejects.toThrow('no');
		expect(await next).toBe('next');
	});
});
