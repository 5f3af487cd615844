import { afterEach, expect, it, vi } from 'vitest';
import { openTabs } from './tabs.ts';

afterEach(() => vi.unstubAllGlobals());
const pause = () => new Promise((done) => setTimeout(done, 20));

it('tells the other tabs, and not itself', async () => {
	const [one, other] = [openTabs('test'), openTabs('test')];
	const heard: string[] = [];
	one.hear((what) => heard.push(`one ${what}`));
	const deaf = other.hear((what) => heard.push(`other ${what}`));
	one.tell('outbox ada');
	await pause();
	deaf();
	one.tell('again');
	await pause();
	expect(heard).toEqual(['other outbox ada']);
});

it('is alone where the browser knows no channels', () => {
	vi.stubGlobal('BroadcastChannel', undefined);
	const { tell, hear } = openTabs();
	expect(() => (tell('x'), hear(() => undefined)())).not.toThrow();
});
