import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storeLook, storedLook } from './look.ts';

const kept = new Map<string, string>();
beforeEach(() => {
	kept.clear();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value)
	});
});
afterEach(() => vi.unstubAllGlobals());

it('a look is kept on the device', () => {
	storeLook({ lang: 'cy', theme: 'night', text: 'large', hear: 'first' });
	expect(storedLook()).toEqual({ lang: 'cy', theme: 'night', text: 'large', hear: 'first' });
});

it('whose guide was chosen is kept too, and one that nobody knows is not', () => {
	storeLook({ lang: 'cy', nation: 'wales' });
	expect(storedLook()).toEqual({ lang: 'cy', nation: 'wales' });
	kept.set('sayso.look', '{"nation":"england"}'); // England’s is the one that needs no choice
	expect(storedLook()).toEqual({});
	kept.set('sayso.look', '{"nation":"atlantis","lang":"cy"}');
	expect(storedLook()).toEqual({ lang: 'cy' });
});

it('a broken or foreign note is as good as none', () => {
	for (const note of ['{', 'null', '7', '{"theme":"pink","text":4,"hear":true,"name":"Robin"}']) {
		kept.set('sayso.look', note);
		expect(storedLook()).toEqual({});
	}
});

it('a device that keeps nothing still works', () => {
	vi.stubGlobal('localStorage', {
		getItem: () => {
			throw new Error('refused');
		},
		setItem: () => {
			throw new Error('full');
		}
	});
	storeLook({ theme: 'night' });
	expect(storedLook()).toEqual({});
});
