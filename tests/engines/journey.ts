import { until, type Engine } from './engine.ts';

/** What a child does, as a script in the page: by what stands on things, and as a finger would. */
const HANDS = `
	const seen = (one) => one.getClientRects().length > 0;
	const nameOf = (one) => (one.getAttribute('aria-label') ?? one.innerText ?? '').replace(/\\s+/g, ' ').trim();
	const find = (css, name) => [...document.querySelectorAll(css)].filter(seen).find((one) => name.test(nameOf(one)));
`;
const WAYS = 'a[href], button, label';

export class Hands {
	readonly engine: Engine;
	constructor(engine: Engine) {
		this.engine = engine;
	}

	async sees(words: RegExp, css = 'main, h1', seconds = 30): Promise<true> {
		try {
			return await until(`${words} in ${css}`, seconds, () =>
				this.engine.run<true | null>(`${HANDS} return find(${JSON.stringify(css)}, ${words}) ? true : null`)
			);
		} catch (problem) {
			throw new Error(`there stands: ${await this.engine.run<string>('return document.body.innerText')}`, {
				cause: problem
			});
		}
	}

	async press(name: RegExp, seconds = 30): Promise<void> {
		await until(`press ${name}`, seconds, () =>
			this.engine.run<true | null>(
				`${HANDS} const one = find('${WAYS}', ${name}); if (!one) return null; one.click(); return true`
			)
		);
	}

	/** Presses it if it is there within a moment. */
	async pressIfThere(name: RegExp): Promise<void> {
		await this.press(name, 2).catch(() => undefined);
	}

	writes(words: string): Promise<true> {
		return this.fills(words, 'main textarea');
	}

	/** Digit by digit, as on a lock. */
	async types(digits: string): Promise<void> {
		for (const digit of digits) await this.press(new RegExp(`^${digit}$`));
	}

	fills(words: string, css = 'main input'): Promise<true> {
		return until(`a field ${css}`, 20, () =>
			this.engine.run<true | null>(`
				const field = document.querySelector('${css}');
				if (!field) return null;
				field.value = ${JSON.stringify(words)};
				field.dispatchEvent(new Event('input', { bubbles: true }));
				return true`)
		);
	}
}

interface Home {
	base: string;
	stop(): Promise<void>;
}

/** The whole way in, with a PIN. */
export async function joins(hands: Hands, code: string, name: string): Promise<void> {
	await hands.fills(code);
	await hands.press(/^Next$/);
	await hands.sees(/What shall we call you/, 'h1');
	await hands.fills(name);
	await hands.press(/^Next$/);
	await hands.press(/^Fox$/);
	await hands.press(/^Next$/);
	await hands.press(/6 numbers/);
	await hands.press(/^Next$/);
	await hands.types('135790');
	await hands.sees(/Do the same again/);
	await hands.types('135790');
}

/** A line, by keys: a script has no finger to put on the paper. */
export async function draws(hands: Hands): Promise<void> {
	await hands.press(/^Draw$/);
	await until('the paper', 20, () =>
		hands.engine.run<true | null>(`
			const paper = document.querySelector('.canvas');
			if (!paper) return null;
			for (const key of [' ', ...Array(12).fill('ArrowRight'), ...Array(6).fill('ArrowDown'), ' '])
				paper.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
			return true`)
	);
}

/** The steps of the main journeys, in order. The server stops before the last ones. */
export function steps(hands: Hands, home: Home): [string, () => Promise<unknown>][] {
	const { engine } = hands;
	const words = 'Noodles again, please.';
	const title = (text: RegExp, seconds?: number) => hands.sees(text, 'h1', seconds);
	return [
		['the door opens', () => engine.go(`${home.base}/`).then(() => title(/^Hello$/))],
		['help is read', () => engine.go(`${home.base}/en/help`).then(() => title(/Help now/))],
		['Arabic runs from the right', () => engine.go(`${home.base}/ar/help`).then(() => runsFromTheRight(engine))],
		['the app is kept for later', () => engine.go(`${home.base}/`).then(() => isKept(engine, `${home.base}/`))],
		['Robin’s drawer opens', () => hands.press(/Open Robin’s drawer/).then(() => title(/^Hello Robin/, 60))],
		['something is asked for', () => asks(hands, words)],
		['it is sent', () => hands.sees(/Sent/, 'main')],
		['our time is looked at', () => looksAtTime(hands)],
		['Hide leads to the door', () => hands.press(/^Hide$/).then(() => title(/^Hello$/))],
		[
			'with no server the door opens',
			() =>
				home
					.stop()
					.then(() => engine.go(`${home.base}/`))
					.then(() => title(/^Hello$/))
		],
		['with no server the drawer opens', () => hands.press(/^Robin$/).then(() => title(/^Hello Robin/))],
		['with no server something is asked for', () => asks(hands, 'From here, with no signal.')],
		['it waits on the tablet', () => hands.sees(/Waiting on this tablet/, 'main')],
		['help is read with no server', () => engine.go(`${home.base}/en/help`).then(() => title(/Help now/))]
	];
}

const runsFromTheRight = (engine: Engine) =>
	until('right to left', 10, () => engine.run<boolean>("return document.documentElement.dir === 'rtl'"));

/** In WebKit a worker whose page goes away while it starts may stand still until somebody opens the next page. */
export const isKept = (engine: Engine, door: string) =>
	ready(engine, 20).catch(() => engine.go(door).then(() => ready(engine, 60)));

const ready = (engine: Engine, seconds: number) =>
	until('the worker is ready', seconds, () =>
		engine.run<boolean>(`
			const active = (await navigator.serviceWorker.getRegistration())?.active;
			return active?.state === 'activated' && (await caches.keys()).length > 0`)
	);

/** Asks for something, the whole way, in an open drawer. */
export async function asks(hands: Hands, words: string, also = async (): Promise<void> => undefined): Promise<void> {
	await hands.press(/Ask for something/);
	await hands.pressIfThere(/^I have read this$/);
	await hands.press(/^Food$/);
	await hands.pressIfThere(/^Write$/);
	await hands.writes(words);
	await also();
	await hands.press(/^Next: who gets it/);
	await hands.press(/^Next: look and send/);
	await hands.press(/^Send to/);
	await hands.sees(new RegExp(words.slice(0, 12)), 'main');
}

async function looksAtTime(hands: Hands): Promise<void> {
	await hands.press(/^All I asked/);
	await hands.press(/^Today/);
	await hands.press(/^Our time/);
	await hands.sees(/time|session/i, 'h1');
}
