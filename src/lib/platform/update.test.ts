import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QuietUpdates } from './update.ts';

let container: EventTarget & { ready: Promise<unknown>; controller: object | null };
let registration: EventTarget & {
	waiting: { postMessage: (message: unknown) => void } | null;
	installing: EventTarget | null;
	update: () => Promise<void>;
};
let told: string[];
let fields: { value: string }[];
let openElsewhere: boolean;
let tab: Map<string, string>;

const servedBy = (version: string) => ({
	postMessage: (_: unknown, [port]: MessagePort[]) => port?.postMessage(version)
});

beforeEach(() => {
	[told, fields, openElsewhere, tab] = [[], [], false, new Map()];
	const update = async () => void told.push('looked');
	registration = Object.assign(new EventTarget(), { waiting: null, installing: null, update });
	container = Object.assign(new EventTarget(), { ready: Promise.resolve(registration), controller: servedBy('v1') });
	const request = async (_: string, options: { ifAvailable?: boolean }, run: (lock: object | null) => unknown) => {
		if (options.ifAvailable) run(openElsewhere ? null : {});
	};
	vi.stubGlobal('navigator', { serviceWorker: container, locks: { request } });
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => tab.get(key) ?? null,
		setItem: (key: string, value: string) => void tab.set(key, value)
	});
	vi.stubGlobal('document', { querySelectorAll: () => fields });
	vi.stubGlobal('location', { reload: () => told.push('reload') });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const pause = () => new Promise((done) => setTimeout(done, 20));
async function watch({ open = false } = {}): Promise<QuietUpdates> {
	const updates = new QuietUpdates(() => told.push('waits'), 'v1');
	updates.holdOff(open);
	updates.watch();
	await pause();
	return updates;
}
async function newVersionComes(): Promise<void> {
	registration.installing = new EventTarget();
	registration.dispatchEvent(new Event('updatefound'));
	registration.waiting = { postMessage: (message) => told.push(JSON.stringify(message)) };
	registration.installing.dispatchEvent(new Event('statechange'));
	await pause();
}
const SKIP = '{"type":"SKIP_WAITING"}';

describe('a new version of the app', () => {
	it('is taken by itself while nothing is open and nothing is typed', async () => {
		await watch();
		await newVersionComes();
		expect(told).toEqual(['waits', SKIP]);
		container.dispatchEvent(new Event('controllerchange'));
		expect(told.at(-1)).toBe('reload');
	});

	it('that was waiting when the page was opened is taken, too', async () => {
		registration.waiting = { postMessage: (message) => told.push(JSON.stringify(message)) };
		await watch();
		expect(told).toEqual(['waits', SKIP]);
	});

	it('waits while a drawer is open, until it is shut', async () => {
		const updates = await watch({ open: true });
		await newVersionComes();
		expect(told).toEqual(['waits']);
		updates.holdOff(false);
		await pause();
		expect(told).toEqual(['waits', SKIP]);
	});

	it('waits while a drawer is open in another tab', async () => {
		openElsewhere = true;
		await watch();
		await newVersionComes();
		expect(told).toEqual(['waits']);
	});

	it('waits while somebody types at the door', async () => {
		fields = [{ value: 'ABCD' }];
		await watch();
		await newVersionComes();
		expect(told).toEqual(['waits']);
	});

	it('is taken at once when the person says so', async () => {
		const updates = await watch({ open: true });
		await newVersionComes();
		vi.useFakeTimers();
		updates.apply();
		container.dispatchEvent(new Event('controllerchange'));
		expect(told).toEqual(['waits', SKIP, 'reload']);
	});

	it('that the browser leaves waiting, though the person said so, is taken by the page that is loaded anew', async () => {
		const updates = await watch({ open: true });
		await newVersionComes();
		vi.useFakeTimers();
		updates.apply();
		vi.advanceTimersByTime(2999);
		expect(told).toEqual(['waits', SKIP]);
		vi.advanceTimersByTime(1);
		expect(told).toEqual(['waits', SKIP, 'reload']);
		vi.advanceTimersByTime(6000); // it did not come
		expect(told).toEqual(['waits', SKIP, 'reload', 'reload']);
	});

	it('that somebody asked for is tried again from the door, three times at most', async () => {
		(await watch({ open: true })).apply();
		registration.waiting = { postMessage: (message) => told.push(JSON.stringify(message)) };
		for (let page = 0; page < 5; page++) {
			vi.useFakeTimers({ toFake: ['setTimeout'] });
			told = [];
			const begun = new QuietUpdates(() => undefined, 'v1');
			begun.watch();
			await vi.advanceTimersByTimeAsync(3000);
			expect(told).toEqual(page < 3 ? [SKIP, 'reload'] : [SKIP]);
		}
	});

	it('that another tab took is loaded here as soon as nothing is open, and not before', async () => {
		const updates = await watch({ open: true });
		container.controller = servedBy('v2');
		container.dispatchEvent(new Event('controllerchange'));
		await pause();
		expect(told).toEqual([]);
		updates.holdOff(false);
		await pause();
		expect(told).toEqual(['reload']);
	});

	it('that was taken while the parts of this page were on their way is loaded here, too', async () => {
		container.controller = servedBy('v2');
		const updates = await watch({ open: true });
		expect(told).toEqual([]);
		updates.holdOff(false);
		await pause();
		expect(told).toEqual(['reload']);
	});

	it('is loaded once: a page that came past the worker stays as it is', async () => {
		container.controller = servedBy('v0');
		await watch();
		await watch();
		expect(told).toEqual(['reload']);
	});

	it('is not loaded by itself where the browser keeps nothing for a tab, and could not stop', async () => {
		vi.stubGlobal('sessionStorage', null);
		container.controller = servedBy('v2');
		await watch();
		expect(told).toEqual([]);
	});

	it('is not what a first visit installs', async () => {
		container.controller = null;
		await watch();
		container.controller = servedBy('v1');
		container.dispatchEvent(new Event('controllerchange'));
		await pause();
		expect(told).toEqual([]);
	});
});

it('looks for a new version once an hour at most, since a tablet on a wall is never opened anew', async () => {
	const updates = await watch();
	updates.look();
	expect(told).toEqual([]);
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 60 * 60 * 1000 });
	updates.look();
	updates.look();
	expect(told).toEqual(['looked']);
});

it('does nothing where the browser has no workers', async () => {
	vi.stubGlobal('navigator', {});
	const updates = await watch();
	updates.look();
	expect(told).toEqual([]);
});
