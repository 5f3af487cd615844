import { FirstTap } from './first-tap.ts';
import { onHidden } from './page-lifecycle.ts';
import { isField, PRESSES, seenIn } from './seen.ts';
import { readAloud, type Said } from './speech.ts';
import { saidOf, utterances } from './utterances.ts';

/** Help and Hide are never a tap further away, 999 rings, and no sign of a lock is told to the room. */
const AT_ONCE = '.bar, .skip, .pad, canvas, [data-quiet], [data-hide], a[href="tel:999"]';

/** What was heard and can be done now. */
export interface Heard {
	readonly thing: HTMLElement;
	readonly said: readonly Said[];
	/** What the second tap does. */
	readonly does: 'pick' | 'open' | 'do';
}
export interface Hearing {
	/** Does what was heard. */
	act(): void;
	clear(): void;
	stop(): void;
}

/**
 * On the whole page the first tap on what can be pressed says it, in the words of Listen, and the second does it; a tap on
 * other words reads them. `tell` shows what is heard now.
 */
export function tapToHear(chosen: () => string, tell: (heard: Heard | null) => void): Hearing {
	const first = new FirstTap<Element>();
	let heard: Heard | null = null;
	let hush = () => {};
	const clear = () => {
		hush();
		first.forget();
		show(null);
	};
	const show = (now: Heard | null, marked: Element | undefined = now?.thing) => {
		for (const before of document.querySelectorAll('.heard')) before.classList.remove('heard');
		marked?.classList.add('heard');
		tell((heard = now));
	};
	const say = (said: readonly Said[]) => (hush = readAloud([said], { at: () => {}, over: () => {} }));
	const word = () => ({ text: chosen(), lang: document.documentElement.lang });
	/** What is no press: words, and of a field its name and what is written in it. */
	const read = (target: Element) => {
		const all = utterances(seenIn(document.body), word());
		const label = isField(target) ? target.labels?.[0] : null;
		const blocks = [label, target].flatMap((of) => all.findLast((block) => of && block.of.contains(of)) ?? []);
		clear();
		show(null, blocks.at(-1)?.of);
		say(blocks.flatMap(({ said }) => said));
	};
	const settle = () => {
		first.settle();
		if (heard) clear();
	};
	const tapped = (event: MouseEvent) => {
		const { target } = event;
		if (!event.isTrusted || !(target instanceof Element) || target.closest(AT_ONCE)) return;
		const thing = pressOf(target);
		if (!thing) return read(target);
		const tap = first.tap(thing, event.detail);
		if (tap === 'act') return void setTimeout(settle);
		event.preventDefault();
		event.stopImmediatePropagation();
		if (tap === 'still') return;
		const said = saidOf([seenIn(thing)], word());
		show({ thing, said, does: doneBy(thing) });
		say(said);
	};
	addEventListener('click', tapped, true);
	const leave = onHidden(clear);
	return {
		act() {
			const { thing } = heard ?? {};
			first.act();
			if (thing?.isConnected) thing.click();
			clear();
		},
		clear,
		stop() {
			removeEventListener('click', tapped, true);
			leave();
			clear();
		}
	};
}

/** What a tap here presses: of a choice its whole row. A label beside a field, and the field, are no press. */
function pressOf(target: Element): HTMLElement | null {
	const press = target.closest<HTMLElement>(PRESSES);
	return press instanceof HTMLLabelElement && !press.querySelector('input') ? null : press;
}

function doneBy(thing: HTMLElement): Heard['does'] {
	if (thing.matches('label, [aria-pressed]')) return 'pick';
	return thing.matches('a') ? 'open' : 'do';
}
