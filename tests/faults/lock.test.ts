import { expect, it } from 'vitest';
import { Home } from './home.ts';

it('a drawer that is shut twice, as by a press and then by its page, is shut when what was typed last is kept', async () => {
	const home = new Home(3);
	const page = await home.open();
	expect(await home.join(page, 'Ada', 'ABCDEFGHJKLM')).toBeNull();
	let kept: () => void = () => undefined;
	page.device.opened!.save = () => new Promise((done) => (kept = () => done({ ok: true, value: null })));
	void page.device.lock();
	let shut = false;
	const again = page.device.lock().then(() => (shut = true));
	await home.clock.run(1000);
	expect(shut).toBe(false);
	kept();
	await home.until(again);
	expect(shut).toBe(true);
	home.end();
});
