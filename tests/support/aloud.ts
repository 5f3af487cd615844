import { expect, type Page } from '@playwright/test';

declare global {
	interface Window {
		saidAloud?: string[];
	}
}

/**
 * Writes down what a screen reader is told of without being asked: what changes in a live region that was there before, and
 * alerts, also where they are new. From the next page that is loaded on.
 */
export async function writesDownWhatIsSaid(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const said: string[] = (window.saidAloud = []);
		const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';
		const say = (node: Node | null) => {
			const text = node?.textContent?.replaceAll(/\s+/g, ' ').trim();
			if (text) said.push(text);
		};
		new MutationObserver((changes) => {
			const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
			const isNew = (node: Node | null): boolean => node !== null && (added.has(node) || isNew(node.parentNode));
			for (const { type, target, addedNodes } of changes) {
				const within = target instanceof Element ? target : target.parentElement;
				const region = within?.closest(live);
				if (region && !isNew(region)) {
					if (type === 'characterData') say(target);
					for (const node of addedNodes) if (node.nodeType !== Node.COMMENT_NODE) say(node);
				}
				for (const node of addedNodes)
					if (node instanceof Element) {
						const alerts = [...node.querySelectorAll('[role="alert"]')];
						for (const alert of node.matches('[role="alert"]') ? [node, ...alerts] : alerts) say(alert);
					}
			}
		}).observe(document, { subtree: true, childList: true, characterData: true });
	});
}

/** That it is said once it has happened, and not only shown. */
export async function isSaidAloud(page: Page, words: string | RegExp): Promise<void> {
	await expect
		.poll(() => page.evaluate(() => window.saidAloud ?? []), { message: `what is said aloud: ${words}` })
		.toContainEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words));
}
