import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Home } from '../support/home.ts';
import { freePort, until, type Engine } from './engine.ts';
import { Hands, asks, draws, isKept, joins } from './journey.ts';
import { pixelsOf } from './pixels.ts';
import { Served } from './served.ts';
import { VOICE } from './voice.ts';

const isLinux = process.platform === 'linux';
if (!isLinux)
	console.log('Firefox and WebKitGTK are driven on Linux only: on this computer nothing of them is tried or counted.');

/** Journeys in the browsers that Playwright cannot drive here: what iPads and Firefox do is as near as Linux comes to it. */
export function journeysIn(name: string, open: () => Promise<Engine>): void {
	describe.runIf(isLinux)(`in ${name}`, { timeout: 180_000 }, () => {
		const child = `Wren ${name} ${randomUUID().slice(0, 4)}`;
		let served: Served, engine: Engine, hands: Hands, home: Home, me: string;
		const shared = async () => (await (await home.as('jo')).view()).items.filter(({ author_id }) => author_id === me);

		beforeAll(async () => {
			served = new Served(await freePort());
			await Promise.all([open().then((opened) => (engine = opened)), served.start()]);
			hands = new Hands(engine);
			home = await Home.at(served.base);
			me = await home.addChild(child);
		});
		afterAll(async () => {
			await engine?.close();
			await served?.close();
		});

		it('a child joins with a code', async () => {
			await engine.go(`${served.base}/join`);
			await joins(hands, await home.code(me), child);
			expect(await hands.sees(new RegExp(`^Hello ${child}`), 'h1', 60)).toBe(true);
		});

		it('asks with a drawing, which arrives dark on paper', async () => {
			await asks(hands, 'A lamp like this.', () => draws(hands));
			const drawn = await until(
				'it arrives',
				30,
				async () => (await shared()).find(({ picture }) => picture !== null) ?? null
			);
			const [picture] = await (await home.as('jo')).pictures([drawn.picture ?? '']);
			const data = picture?.data ?? '';
			expect(data.length).toBeLessThan(80_000); // base64 of 60 kB
			const { edge, darkest } = await pixelsOf(engine, data);
			expect(edge).toBeGreaterThan(240);
			expect(darkest).toBeLessThan(90);
		});

		it('hears back, with a reason', async () => {
			const [asked] = await shared();
			const jo = await home.as('jo');
			const answer = {
				item: asked?.id ?? '',
				answer: 'no',
				because: 'There is no plug.',
				will_happen: null,
				by_day: null
			} as const;
			await jo.call('answer_item', { id: randomUUID(), ...answer, asked_whom: null, asked_on: null });
			const heard = await until('the answer', 40, async () => {
				await engine.run("document.dispatchEvent(new Event('visibilitychange'))");
				return hands.sees(/There is no plug/, 'main', 3);
			});
			expect(heard).toBe(true);
		});

		it('Listen reads the page aloud', async () => {
			await engine.run(VOICE);
			await hands.press(/^All I asked/);
			await hands.press(/^Today/);
			await hands.sees(new RegExp(`^Hello ${child}`), 'h1'); // the page before it is not the one to be read
			await hands.press(/^Listen$/);
			const said = await until('it is read', 20, async () => {
				const all = await engine.run<string[]>('return window.said');
				return all.length > 2 && all;
			});
			expect(said.join(' ')).toContain(child);
		});

		it('with no server the door, the drawer and asking work, and it goes once when the server is back', async () => {
			await isKept(engine, `${served.base}/`);
			await served.stop();
			await engine.go(`${served.base}/`);
			await hands.press(new RegExp(child));
			await hands.types('135790');
			await hands.sees(new RegExp(`^Hello ${child}`), 'h1', 60);
			await asks(hands, 'From here, with no signal.');
			await hands.sees(/Waiting on this tablet/);
			await served.start();
			await engine.run("window.dispatchEvent(new Event('online'))");
			await hands.sees(/Sent/, 'main', 60);
			home = await Home.at(served.base);
			expect((await shared()).filter(({ words }) => words.startsWith('From here'))).toHaveLength(1);
		});
	});
}
