import { beforeEach, describe, expect, it } from 'vitest';
import { StorageProblem } from '../local/storage.ts';
import type { World } from '$lib/platform/world.ts';
import { SyncScheduler } from './schedule.ts';
import type { Received } from '../inbound/receive.ts';
import type { Pushed } from './batch.ts';

const empty: Pushed = { end: 'empty', sent: 0, held: null };
const unchanged: Received = { end: 'unchanged', again: false, now: 0 };
const later = (code: string, wait: number | null = null): Pushed => ({ end: 'later', sent: 0, code, wait });
let timers: { at: number; run: () => void }[];
let told: string[];
let pushed: () => Promise<Pushed>;
let pulled: () => Promise<Received>;
let visible: boolean;
let online: boolean;

function scheduler(pulls = true): SyncScheduler {
	const world = {
		chance: () => 0.5,
		visible: () => visible,
		online: () => online,
		after: (at: number, run: () => void) => {
			const timer = { at, run };
			timers.push(timer);
			return () => (timers = timers.filter((one) => one !== timer));
		}
	} as unknown as World;
	return new SyncScheduler({
		world,
		push: () => (told.push('push'), pushed()),
		pull: pulls ? () => (told.push('pull'), pulled()) : null,
		onCode: (code) => void told.push(String(code)),
		onCutOff: async () => void told.push('cut off')
	});
}
const waits = () => timers.map(({ at }) => at);
async function timePasses(): Promise<void> {
	const due = timers;
	timers = [];
	for (const { run } of due) run();
	await new Promise((done) => setImmediate(done));
}

beforeEach(() => {
	[timers, told, visible, online] = [[], [], true, true];
	pushed = async () => empty;
	pulled = async () => unchanged;
});

describe('speaking with the server', () => {
	it('sends, asks for news, and does it again in a minute', async () => {
		await scheduler().wake();
		expect(told).toEqual(['push', 'pull', 'null']);
		expect(waits()).toEqual([60_000]);
	});

	it('of a shut drawer is sending only, and ends with that', async () => {
		await scheduler(false).wake();
		expect(told).toEqual(['push', 'null']);
		expect(waits()).toEqual([]);
	});

	it('asks for no news where nobody can see them', async () => {
		visible = false;
		await scheduler().wake();
		expect(told).toEqual(['push', 'null']);
	});

	it('goes round once more when something happened meanwhile, and never twice at a time', async () => {
		const one = scheduler();
		await Promise.all([one.wake(), one.wake(), one.wake()]);
		expect(told.filter((what) => what === 'push').length).toBeLessThanOrEqual(2);
		expect(waits()).toEqual([60_000]);
	});

	it.each([
		['an answer was stale', { end: 'stale', again: false, now: 0 }],
		['calls wait to be sent once more', { end: 'stored', again: true, now: 0 }]
	] as const)('goes round once more when %s', async (_, first) => {
		const answers: Received[] = [first, unchanged];
		pulled = async () => answers.shift() ?? unchanged;
		await scheduler().wake();
		expect(told.filter((what) => what === 'pull').length).toBe(2);
	});
});

describe('when it fails', () => {
	it.each(['offline', 'server_down', 'too_many', 'signed_out'])(
		'for the reason %s, there is no use in asking for news',
		async (code) => {
			pushed = async () => later(code);
			await scheduler().wake();
			expect(told).toEqual(['push', code]);
		}
	);

	it('because the browser knows of no network, nothing is asked, and after five minutes it is asked all the same', async () => {
		online = false;
		await scheduler().wake();
		expect(told).toEqual(['offline']);
		for (let i = 0; i < 60 && !told.includes('push'); i++) await timePasses();
		expect(told.slice(-3)).toEqual(['push', 'pull', 'null']);
		expect(told.filter((what) => what === 'offline').length).toBeGreaterThan(20);
	});

	it('for one call only, news are asked for all the same', async () => {
		pushed = async () => later('no_such_call');
		await scheduler().wake();
		expect(told).toEqual(['push', 'pull', 'no_such_call']);
	});

	it('it tries again after a second, then more rarely the longer it lasts, and at least every minute', async () => {
		pushed = async () => later('offline');
		const one = scheduler();
		await one.wake();
		const all: number[] = [];
		for (let i = 0; i < 100; i++) {
			all.push(waits()[0] ?? 0);
			await timePasses();
		}
		expect(all[0]).toBe(1000);
		expect(Math.max(...all)).toBe(60_000);
		for (const [i, wait] of all.entries()) expect(wait).toBeGreaterThanOrEqual(all[i - 1] ?? 0);
		const untilThirtySeconds = all.filter((_, i) => all.slice(0, i + 1).reduce((sum, wait) => sum + wait, 0) < 30_000);
		expect(Math.max(...untilThirtySeconds)).toBeLessThan(5000 / 1.25);
	});

	it('it is retryWhenBusy anew once it has worked', async () => {
		pushed = async () => later('offline');
		const one = scheduler();
		await one.wake();
		for (let i = 0; i < 40; i++) await timePasses();
		pushed = async () => empty;
		await timePasses();
		pushed = async () => later('offline');
		await one.wake();
		expect(waits()).toEqual([1000]);
	});

	it('it leaves the server alone for as long as that asks, whatever happens meanwhile', async () => {
		pushed = async () => later('too_many', 30_000);
		const one = scheduler();
		await one.wake();
		await one.wake();
		one.soon();
		expect(told).toEqual(['push', 'too_many']);
		expect(waits()).toEqual([30_000]);
		pushed = async () => empty;
		await timePasses();
		expect(told.slice(2)).toEqual(['push', 'pull', 'null']);
	});

	it.each([
		[new StorageProblem('storage_full', null), 'storage_full'],
		[new TypeError('a mistake of ours'), 'broken']
	])('because of %s, it says so and goes on later', async (problem, code) => {
		pushed = () => Promise.reject(problem);
		await scheduler().wake();
		expect(told).toEqual(['push', code]);
		expect(waits()).toEqual([1000]);
	});

	it.each([
		['sending', { end: 'cut_off', sent: 0 }, unchanged],
		['asking', empty, { end: 'cut_off' }]
	] as const)(
		'a device that finds by %s that it was cut off says so, and looks again in a minute',
		async (_, one, other) => {
			pushed = async () => one;
			pulled = async () => other;
			await scheduler().wake();
			expect(told.at(-1)).toBe('cut off');
			expect(waits()).toEqual([60_000]);
		}
	);
});

describe('another tab', () => {
	it('has a moment to send what it has kept, before this one does', async () => {
		const one = scheduler();
		await one.wake();
		one.soon();
		expect(waits()).toEqual([2000]);
	});

	it('does not make this one impatient where it fails', async () => {
		pushed = async () => later('offline');
		const one = scheduler();
		await one.wake();
		one.soon();
		expect(waits()).toEqual([1000]);
	});
});

it('says and does nothing more once it was stopped', async () => {
	const one = scheduler();
	await one.wake();
	one.stop();
	expect(waits()).toEqual([]);
	await one.wake();
	expect(told).toEqual(['push', 'pull', 'null']);
});
