import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { loadLite, loadLitePglite, loadLitePostgres } from './lite.ts';

describe('the library that we stand on', () => {
	it('leaves the process’s own warnings as they were', async () => {
		const before = process.emitWarning;
		await Promise.all([loadLite(), loadLitePglite(), loadLitePostgres()]);
		expect(process.emitWarning).toBe(before);
		const busy = new EventEmitter();
		expect(() => {
			for (let n = 0; n < 12; n++) busy.on('x', () => undefined);
		}).not.toThrow();
	});
});
