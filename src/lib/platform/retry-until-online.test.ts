import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { retryUntilOnline } from './retry-until-online.ts';

let network = new EventTarget();

beforeEach(() => {
	network = new EventTarget();
	vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
	vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network));
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Fails so many times, and counts how often it was asked. */
const failing = (times: number) => {
	const bring = vi.fn(async () => {
		if (bring.mock.calls.length <= times) throw new TypeError('Failed to fetch');
		return 'here';
	});
	return bring;
};

it('brings what comes at once, asking once', async () => {
	const bring = failing(0);
	expect([await retryUntilOnline(bring), bring.mock.calls.length]).toEqual(['here', 1]);
});

it('asks again after a wait that grows to 15 seconds, until it is here', async () => {
	const bring = failing(7);
	const asked: number[] = [];
	const came = retryUntilOnline(bring);
	for (let second = 0; second <= 60; second++) {
		asked.push(bring.mock.calls.length);
		await vi.advanceTimersByTimeAsync(1000);
	}
	expect([0, 1, 3, 7, 15, 30, 45, 60].map((second) => asked[second])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	expect(await came).toBe('here');
});

it('asks at once when a network comes, and not a second time for the wait that it cut short', async () => {
	const bring = failing(1);
	const came = retryUntilOnline(bring);
	await vi.advanceTimersByTimeAsync(10);
	network.dispatchEvent(new Event('online'));
	await vi.advanceTimersByTimeAsync(0);
	expect([await came, bring.mock.calls.length]).toEqual(['here', 2]);
	network.dispatchEvent(new Event('online'));
	await vi.advanceTimersByTimeAsync(20_000);
	expect([bring.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0]);
});
