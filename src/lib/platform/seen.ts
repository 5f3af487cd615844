import { sayFigures } from './say-numbers.ts';
import type { Seen } from './utterances.ts';

/** What nobody sees, what the reader itself says, and what says the same as its neighbour to a screen reader alone. */
const UNSEEN = '[aria-hidden="true"], [data-quiet], .sr, .skip, script, style, template, noscript, dialog:not([open])';
export const PRESSES = 'button, summary, label, [role="button"], a[href]';
const WHOLE = 'h1, h2, h3, h4, p, li, dt, dd, legend, label, tr, caption, figcaption';
const CHOSEN = '[aria-pressed="true"], [aria-checked="true"], [aria-selected="true"], [aria-current="true"]';

/** What is seen of a place of this page. `data-last` frames the page; `data-spell` is a code. */
export function seenIn(place: Element): Seen<Element> {
	return seen(place, langOf(place)) ?? { of: place, as: 'box', lang: '', parts: [] };
}

function seen(of: Element, around: string): Seen<Element> | null {
	if (of.matches(UNSEEN)) return null;
	const { display, visibility, whiteSpace } = getComputedStyle(of);
	if (display === 'none' || visibility === 'hidden') return null;
	const lang = of.getAttribute('lang') || around;
	const as = kindOf(of, display);
	const text = instead(of, lang);
	const parts = text === null ? [...of.childNodes].flatMap((node) => part(node, of, lang, whiteSpace)) : [];
	return {
		...{ of, as, lang, parts },
		...(text !== null && { text }),
		isSpelled: of.hasAttribute('data-spell'),
		isChosen: of.matches(CHOSEN) || (of instanceof HTMLLabelElement && isTicked(of.control))
	};
}

function part(node: Node, of: Element, lang: string, whiteSpace: string): Seen<Element>[] {
	if (node instanceof Text) {
		const text = whiteSpace.startsWith('pre') ? node.data : node.data.replace(/\s+/g, ' ');
		return [{ of, as: 'words', lang, text, parts: [] }];
	}
	if (!(node instanceof Element)) return [];
	if (node instanceof HTMLBRElement) return [{ of, as: 'words', lang, text: '\n', parts: [] }];
	if (of instanceof HTMLDetailsElement && !of.open && node.localName !== 'summary') return [];
	const found = seen(node, lang);
	return found ? [found] : [];
}

function kindOf(of: Element, display: string): Seen<Element>['as'] {
	if (of.hasAttribute('data-last')) return 'last';
	if (isPress(of, display)) return 'press';
	if (of.matches(WHOLE) || isField(of)) return 'whole';
	return /^(inline$|contents$|ruby)/.test(display) ? 'line' : 'box';
}

/** A link in a sentence is a part of it, and a label beside its field is only read. */
const isPress = (of: Element, display: string): boolean =>
	of.matches(PRESSES) &&
	!(of instanceof HTMLAnchorElement && display === 'inline') &&
	!(of instanceof HTMLLabelElement && !of.contains(of.control));

export const isField = (of: Element): of is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
	of.matches('input, textarea, select');

const isTicked = (control: HTMLElement | null): boolean => control instanceof HTMLInputElement && control.checked;

/** What is said in the place of what lies in it: what a picture shows, what is written in a field, whom a number rings. */
function instead(of: Element, lang: string): string | null {
	if (isField(of)) return written(of, lang);
	const label = of.getAttribute('aria-label');
	if (of.matches('a[href^="tel:"], a[href^="sms:"]')) return sayFigures(label ?? of.textContent);
	if (of instanceof HTMLImageElement) return of.alt;
	if (of instanceof SVGElement && of.getAttribute('role') !== 'img') return '';
	const isWordless = of.matches('[role="img"]') || (of.matches(PRESSES) && of.textContent.trim() === '');
	return isWordless ? label : null; // elsewhere it says again what stands beside
}

function written(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, lang: string): string {
	if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
	if (/^(password|hidden|radio|checkbox|range|color|file)$/.test(field.type)) return '';
	if (field.type !== 'date' || field.value === '') return field.value;
	return new Date(`${field.value}T12:00`).toLocaleDateString(lang, { dateStyle: 'full' });
}

const langOf = (of: Element): string => of.closest('[lang]')?.getAttribute('lang') ?? '';
