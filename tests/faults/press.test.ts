import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Home, topic } from './home.ts';
import { Projection } from '../../src/lib/client/inbound/projection.ts';
import type { Page } from './page.ts';

let home: Home;
let page: Page;
beforeEach(async () => {
	home = new Home(3);
	page = await home.open();
	await home.enter(page, 'Ada');
});
afterEach(() => {
	vi.restoreAllMocks();
	home.end();
});

for (const online of [true, false])
	it(`a press reads the drawer once, ${online ? 'online' : 'offline'}, and ends with its words in sight`, async () => {
		home.network.on = online;
		page.device.wake();
		await home.clock.run(5000);
		const read = vi.spyOn(Projection.prototype, 'read');
		const pressed = page.device.opened!.call('put_topic', topic('x')).then(() => ({
			reads: read.mock.calls.length,
			shown: page.shown.view?.items.map(({ words }) => words)
		}));
		expect(await home.until(pressed)).toEqual({ reads: 1, shown: ['x'] });
	});
