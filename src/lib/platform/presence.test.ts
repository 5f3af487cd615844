import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replacePage } from './page-lifecycle.ts';
import { watchPresence, whileThere, whilePicking } from './presence.ts';

const MINUTE = 60_000;
let page: EventTarget & { visibilityState: string; documentElement: { hidden: boolean } };
let replaced: string[];
let open: boolean;
let told: string[];
let stop: () => void;

beforeEach(() => {
	vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
	page = Object.assign(new EventTarget(), { visibilityState: 'visible', documentElement: { hidden: false } });
	[replaced, told, open] = [[], [], true];
	vi.stubGlobal('document', page);
	vi.stubGlobal('window', new EventTarget());
	vi.stubGlobal('location', { replace: (path: string) => replaced.push(path) });
	stop = watchPresence({
		isOpen: () => open,
		idleMinutes: () => 5,
		lock: () => {
			told.push('lock');
			open = false;
		},
		soon: (isSo) => told.push(isSo ? 'soon' : 'stays'),
		leave: () => {
			told.push('leave');
			open = false;
		},
		save: () => told.push('save'),
		back: () => told.push('back')
	});
});
afterEach(() => {
	stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const touch = () => window.dispatchEvent(new Event('pointerdown'));
function turn(visibilityState: 'hidden' | 'visible'): void {
	page.visibilityState = visibilityState;
	page.dispatchEvent(new Event('visibilitychange'));
}

describe('nobody touches the page', () => {
	it('for five minutes: the drawer shuts, within a second, and says so half a minute before', () => {
		vi.advanceTimersByTime(4.5 * MINUTE - 1000);
		expect(told).toEqual([]);
		vi.advanceTimersByTime(1000);
		expect(told).toEqual(['soon']);
		vi.advanceTimersByTime(29_000);
		expect(told).toEqual(['soon']);
		vi.advanceTimersByTime(1000);
		expect(told).toEqual(['soon', 'lock', 'stays']);
	});

	it('and then somebody does: it stays open for five minutes more', () => {
		vi.advanceTimersByTime(4.9 * MINUTE);
		touch();
		vi.advanceTimersByTime(2900);
		expect(told).toEqual(['soon']); // else the press would fall on what lies beneath
		vi.advanceTimersByTime(4 * MINUTE);
		expect(told).toEqual(['soon', 'stays']);
		vi.advanceTimersByTime(MINUTE);
		expect(told).toContain('lock');
	});

	it('but somebody listens: it stays open three times as long, and no longer', () => {
		vi.stubGlobal('speechSynthesis', { speaking: true });
		vi.advanceTimersByTime(14 * MINUTE);
		expect(told).toEqual([]);
		vi.advanceTimersByTime(MINUTE);
		expect(told).toContain('lock');
	});

	it('but somebody says something aloud, or hears it: it stays open, and five minutes more', () => {
		const over = [whileThere(), whileThere()];
		vi.advanceTimersByTime(6 * MINUTE);
		over[0]?.();
		over[0]?.();
		vi.advanceTimersByTime(6 * MINUTE);
		expect(told).toEqual([]);
		over[1]?.();
		vi.advanceTimersByTime(5 * MINUTE - 1000);
		expect(told).toEqual(['soon']);
		vi.advanceTimersByTime(2000);
		expect(told).toContain('lock');
	});

	it('for five minutes since the last touch, and not since it was opened', () => {
		vi.advanceTimersByTime(4 * MINUTE);
		touch();
		vi.advanceTimersByTime(4 * MINUTE);
		expect(told).toEqual([]);
		vi.advanceTimersByTime(MINUTE);
		expect(told).toContain('lock');
	});

	it('and somebody sets the clock back: the drawer shuts all the same', () => {
		vi.setSystemTime(Date.parse('2025-11-22T12:00:00Z'));
		vi.advanceTimersByTime(5 * MINUTE);
		expect(told).toContain('lock');
	});

	it('and nothing is open: nothing happens', () => {
		open = false;
		vi.advanceTimersByTime(60 * MINUTE);
		expect(told).toEqual([]);
	});
});

describe('the page is hidden', () => {
	it('and there again, of which a browser says nothing: the drawer is not shut in the hand of whoever looks at it', () => {
		turn('hidden');
		page.visibilityState = 'visible';
		vi.advanceTimersByTime(2 * MINUTE);
		expect(told).toEqual(['save']);
	});

	it('a browser that says "visible" of a page that nobody hid does not shut the drawer', () => {
		vi.advanceTimersByTime(2 * MINUTE);
		turn('visible');
		expect(told).toEqual(['back']);
	});

	it('it is blank at once, and what was typed is written', () => {
		turn('hidden');
		expect(page.documentElement.hidden).toBe(true);
		expect(told).toEqual(['save']);
	});

	it('for less than a minute, as for choosing a photo: it is there again', () => {
		turn('hidden');
		vi.advanceTimersByTime(59_000);
		turn('visible');
		expect(page.documentElement.hidden).toBe(false);
		expect(told).toEqual(['save', 'back']);
	});

	it('by our own photo picker: it waits for five minutes, and no longer', () => {
		whilePicking();
		turn('hidden');
		vi.advanceTimersByTime(75_000);
		turn('visible');
		expect(told).toEqual(['save', 'back']);
		whilePicking();
		turn('hidden');
		vi.advanceTimersByTime(5 * MINUTE);
		expect(told).toEqual(['save', 'back', 'save', 'lock']);
	});

	it('once the picker is closed: for a minute, as ever', () => {
		whilePicking()();
		turn('hidden');
		vi.advanceTimersByTime(MINUTE);
		expect(told).toEqual(['save', 'lock']);
	});

	it('for a minute: the drawer shuts', () => {
		turn('hidden');
		vi.advanceTimersByTime(MINUTE);
		expect(told).toEqual(['save', 'lock']);
	});

	it('while the tablet sleeps and no clock rings: the drawer shuts before anything is shown again', () => {
		turn('hidden');
		told.length = 0;
		vi.setSystemTime(Date.now() + 10 * MINUTE);
		turn('visible');
		expect(told).toEqual(['lock', 'back']);
	});

	it('with nothing open: it is not blanked', () => {
		open = false;
		turn('hidden');
		expect(page.documentElement.hidden).toBe(false);
	});
});

describe('the page is left', () => {
	it('the drawer shuts, and nothing is painted any more', () => {
		window.dispatchEvent(new Event('pagehide'));
		expect(told).toEqual(['leave']);
		expect(page.documentElement.hidden).toBe(true);
	});

	it('and comes back out of the browser’s memory: it is the door', () => {
		window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		expect(replaced).toEqual(['/']);
	});

	it('and is loaded anew: it stays', () => {
		window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
		expect(replaced).toEqual([]);
		expect(page.documentElement.hidden).toBe(false);
	});
});

describe('going to the door', () => {
	it('is at once for the eye, and leaves what was typed a moment to be written', async () => {
		let written: () => void = () => undefined;
		replacePage('/', new Promise<void>((done) => (written = done)));
		expect(page.documentElement.hidden).toBe(true);
		expect(replaced).toEqual([]);
		written();
		await vi.advanceTimersByTimeAsync(0);
		expect(replaced).toEqual(['/']);
		await vi.advanceTimersByTimeAsync(1000);
		expect(replaced).toEqual(['/']);
	});

	it('waits for nothing that takes longer', async () => {
		replacePage('/', new Promise(() => undefined));
		await vi.advanceTimersByTimeAsync(150);
		expect(replaced).toEqual(['/']);
	});

	it('happens also where it could not be written', async () => {
		replacePage('/', Promise.reject(new Error('no room')));
		await vi.advanceTimersByTimeAsync(0);
		expect(replaced).toEqual(['/']);
	});
});
