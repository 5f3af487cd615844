import type { Page } from '@playwright/test';
import { VOICE } from '../engines/voice.ts';

/** From now on this page has a voice for each language. It is done at once, and keeps what it was given. */
export async function hasQuickVoice(page: Page): Promise<void> {
	await page.addInitScript(VOICE);
	await page.addInitScript(() => {
		const [voice] = speechSynthesis.getVoices();
		const voices = ['en-GB', 'cy-GB', 'ar-001'].map((lang) => ({ ...voice, lang }));
		Object.assign(speechSynthesis, { getVoices: () => voices });
	});
}

/** A voice that goes on until somebody stops it. */
export async function hasSlowVoice(page: Page): Promise<void> {
	await page.addInitScript(`${VOICE}
		synth.speak = (one) => { window.said.push(one.text); if (one.text) synth.speaking = true; };
		synth.cancel = () => { synth.speaking = false; };`);
}

/** What Listen says of this screen, from its first word to its last. */
export async function heardOn(page: Page): Promise<string[]> {
	await page.evaluate(() => Reflect.set(window, 'said', []));
	await page.locator('.btn-listen').click();
	await page.waitForFunction(() => (Reflect.get(window, 'said') as string[]).length > 0);
	await page.locator('.btn-listen use[href$="#stop"]').waitFor({ state: 'detached', timeout: 30_000 });
	return page.evaluate(() => (Reflect.get(window, 'said') as string[]).filter((text) => text !== ''));
}

interface Sight {
	/** Text as it stands, field values, and the names of what shows none. */
	texts: string[];
	numbers: string[];
	picked: number;
}

/** The same, once nothing comes any more. */
export async function seenOn(page: Page): Promise<Sight> {
	let before = '';
	for (let sight = await look(page); ; sight = await look(page)) {
		if (JSON.stringify(sight) === before) return sight;
		before = JSON.stringify(sight);
		await page.waitForTimeout(400);
	}
}

/** What an eye finds on this screen. It asks the browser where words are painted, and knows nothing of how they are read. */
const look = (page: Page): Promise<Sight> =>
	page.evaluate(() => {
		const unread = '[aria-hidden="true"], [data-quiet], .sr, .skip, script, style';
		const isPainted = (rects: DOMRectList) => [...rects].some(({ width, height }) => width > 1 && height > 1);
		const isShut = (of: Element) => of.closest('details:not([open])') !== null && !of.closest('summary');
		const isSeen = (of: Element) => !of.closest(unread) && !isShut(of) && getComputedStyle(of).visibility === 'visible';
		const texts: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const range = document.createRange();
			range.selectNodeContents(node);
			const around = node.parentElement;
			if (around && isSeen(around) && isPainted(range.getClientRects())) texts.push(node.textContent ?? '');
		}
		const all = <E extends Element>(selector: string) =>
			[...document.querySelectorAll<E>(selector)].filter((of) => isSeen(of) && isPainted(of.getClientRects()));
		for (const { value } of all<HTMLInputElement>('textarea, input:not([type=password], [type=date])'))
			texts.push(value);
		for (const of of all<HTMLElement>('button, a, [role=img]'))
			if (of.innerText.trim() === '') texts.push(of.getAttribute('aria-label') ?? `nameless: ${of.outerHTML}`);
		const ticked = all('label').filter((label) => (label as HTMLLabelElement).querySelector('input:checked'));
		const pressed = all('[aria-pressed="true"], [aria-current="true"]');
		return {
			texts: texts.filter((text) => text.trim() !== ''),
			numbers: all('a[href^="tel:"], a[href^="sms:"]').map((of) => of.textContent.trim()),
			picked: ticked.length + pressed.length
		};
	});

const signs = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const times = (text: string, part: string): number => text.split(part).length - 1;

/** What is seen and not heard, what is heard too often, and numbers that are not read figure by figure. */
export function faults({ texts, numbers, picked }: Sight, heard: string[]): string[] {
	const [seen, said] = [signs(texts.join('')), signs(heard.join(''))];
	const often = [...new Set(heard)].filter(
		(text) =>
			text !== 'Picked' &&
			seen.includes(signs(text)) &&
			heard.filter((one) => one === text).length > times(seen, signs(text))
	);
	const figures = numbers.filter(
		(number) => !heard.some((text) => text.includes([...number.split(' ')[0]!].join(' ')))
	);
	const picks = heard.filter((text) => text === 'Picked').length;
	return [
		...texts.filter((text) => !said.includes(signs(text))).map((text) => `not heard: ${text.trim()}`),
		...often.map((text) => `heard more than once: ${text}`),
		...figures.map((number) => `not figure by figure: ${number}`),
		...(picks === picked ? [] : [`${picked} picked, and ${picks} heard to be so`])
	];
}
