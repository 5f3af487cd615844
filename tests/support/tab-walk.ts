import type { Page } from '@playwright/test';

declare global {
	interface Window {
		tabStops?: Set<Element>;
	}
}

/** Stops that a browser makes of its own: hours, minutes, a picker, a box that scrolls. */
const WITHIN = 12;

/** How many places of this page the Tab key should come to, with the first of them focused. */
const begin = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const stops = [
			...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')
		].filter((stop) => {
			if (stop.tabIndex < 0 || stop.matches(':disabled, [inert] *') || !stop.checkVisibility()) return false;
			if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio') return true;
			const group = [
				...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(stop.name)}"]`)
			];
			return stop === (group.find(({ checked }) => checked) ?? group[0]); // arrows lead to the others
		});
		const seen = (window.tabStops = new Set<Element>());
		document.addEventListener('focusin', ({ target }) => target instanceof Element && seen.add(target));
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		stops[0]?.focus();
		for (const stop of stops) (stop.closest('.board') ?? stop).setAttribute('data-stop', ''); // a board is one stop
		return stops.length;
	});

/** What Tab never comes to on this page: behind a trap, or left out. */
export async function missedByTab(page: Page): Promise<string[]> {
	const count = await begin(page);
	for (let presses = 0; presses < count + WITHIN; presses++) await page.keyboard.press('Tab');
	return page.evaluate(() =>
		[...document.querySelectorAll('[data-stop]')]
			.filter(
				(stop) =>
					![...(window.tabStops ?? [])].some((on) => stop === on || (stop.matches('.board') && stop.contains(on)))
			)
			.map((stop) => stop.outerHTML.replaceAll(/<svg.*?<\/svg>|<!---->/g, '').slice(0, 140))
	);
}
