import { expect, type Page } from '@playwright/test';
import type { Canary } from './disk.ts';

const PIECE = 32;

/** From now on, what the microphone gives this page. The answer is a piece of each recording, from the midst of what was said. */
export async function listenIn(page: Page): Promise<() => Promise<Canary[]>> {
	await page.evaluate(() => {
		const heard: Blob[][] = [];
		const begin = MediaRecorder.prototype.start;
		MediaRecorder.prototype.start = function (slice) {
			const slices: Blob[] = [];
			heard.push(slices);
			this.addEventListener('dataavailable', ({ data }) => slices.push(data));
			begin.call(this, slice);
		};
		Object.assign(globalThis, { heard });
	});
	return async () => {
		const recordings = await page.evaluate(async () => {
			const { heard } = globalThis as unknown as { heard: Blob[][] };
			const loudest = heard.flatMap((slices) => slices.toSorted((a, b) => b.size - a.size).slice(0, 1));
			return Promise.all(loudest.map(async (slice) => [...new Uint8Array(await slice.arrayBuffer())]));
		});
		return recordings.map((bytes, at) => {
			expect(bytes.length).toBeGreaterThan(10 * PIECE);
			const from = bytes.length >> 1;
			return { what: `recording ${at + 1}`, bytes: Buffer.from(bytes.slice(from, from + PIECE)) };
		});
	};
}
