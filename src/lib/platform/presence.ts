import { blankPage, isCached } from './page-lifecycle.ts';

const MINUTE = 60_000;
const HIDDEN_LOCKS_AFTER = MINUTE;
/** Choosing a photo hides the page, too, and taking one takes longer than a minute; but a tablet left there is not open for ever. */
const PICKING_LOCKS_AFTER = 5 * MINUTE;
/** So long before it locks, whoever is there is told, and one touch lets them stay (WCAG 2.2.1 asks for 20 seconds at least). */
const TOLD_BEFORE = 30_000;
/** A press is over by then. What goes before would let it fall on what lies beneath. */
const PRESS = 3000;
/** Who listens touches nothing. Not for ever: a browser may say that it speaks when it does not. */
const LISTENING_TIMES = 3;

let picking = false;
let speaking = 0;

/** Somebody says something aloud, or hears what was said, for a minute at most: no touch is needed. Ends with what it returns. */
export function whileThere(): () => void {
	let left = false;
	speaking++;
	return () => {
		if (!left) speaking--;
		left = true;
	};
}

/** Our own photo picker is open: the page is hidden by it, and the drawer waits longer. Ends with what it returns. */
export function whilePicking(): () => void {
	picking = true;
	return () => (picking = false);
}

const locksAfter = (): number => (picking ? PICKING_LOCKS_AFTER : HIDDEN_LOCKS_AFTER);

export interface Presence {
	/** Whether a drawer is open: only then there is anything to blank and to lock. */
	isOpen(): boolean;
	idleMinutes(): number;
	lock(): void;
	/** It is about to lock since nobody touches it, or somebody did after all. */
	soon(isSo: boolean): void;
	/** The page goes, and nothing more begins on it. */
	leave(): void;
	/** Writes what was typed last: the page may be about to end. */
	save(): void;
	/** Somebody looks at the page again. */
	back(): void;
}

/** Sees when nobody is there: the page is hidden, put away, or not touched. Ends with what it returns. */
export function watchPresence(presence: Presence): () => void {
	const idle = sinceNow();
	let hidden = isHidden() ? sinceNow() : null;

	const wasAway = () => hidden !== null && hidden.milliseconds() >= locksAfter();
	let isTold = false;
	const leftUntilLate = () =>
		presence.idleMinutes() * MINUTE * (isSpeaking() ? LISTENING_TIMES : 1) - idle.milliseconds();
	const tellIf = (isSoon: boolean) => {
		if (isSoon !== isTold) presence.soon((isTold = isSoon));
	};
	const lockIf = (away: boolean) => {
		if (speaking > 0) idle.restart();
		const left = leftUntilLate();
		if (presence.isOpen() && (left <= 0 || away)) presence.lock();
		const isSoon = presence.isOpen() && !isHidden() && left <= TOLD_BEFORE;
		if (isSoon || !presence.isOpen() || idle.milliseconds() >= PRESS) tellIf(isSoon);
	};
	const onHide = () => {
		hidden = sinceNow();
		blankPage(presence.isOpen());
		presence.save();
	};
	const onShow = () => {
		lockIf(wasAway());
		hidden = null;
		picking = false; // a browser may say nothing when the picker is closed
		blankPage(false);
		presence.back();
	};
	const listeners = [
		on(document, 'visibilitychange', () => (isHidden() ? onHide() : onShow())),
		on(window, 'pagehide', () => {
			blankPage(presence.isOpen());
			presence.leave();
		}),
		on(window, 'pageshow', (event) => {
			if (isCached(event)) location.replace('/');
			else blankPage(false);
		}),
		...['pointerdown', 'keydown', 'wheel', 'touchmove'].map((kind) => on(window, kind, () => idle.restart()))
	];
	const timer = setInterval(() => lockIf(isHidden() && wasAway()), 1000);
	return () => {
		clearInterval(timer);
		for (const off of listeners) off();
	};
}

const isHidden = (): boolean => document.visibilityState === 'hidden';

const isSpeaking = (): boolean => globalThis.speechSynthesis?.speaking ?? false;

/** Somebody looks at this page again. */
export const onVisible = (look: () => void): (() => void) =>
	on(document, 'visibilitychange', () => document.visibilityState === 'visible' && look());

/** How long ago. A device that sleeps stops one clock and a person may set the other: the one that ran further is right. */
function sinceNow(): { restart(): void; milliseconds(): number } {
	let [date, steady] = [Date.now(), performance.now()];
	return {
		restart: () => ([date, steady] = [Date.now(), performance.now()]),
		milliseconds: () => Math.max(Date.now() - date, performance.now() - steady)
	};
}

function on(target: EventTarget, kind: string, listen: (event: Event) => void): () => void {
	target.addEventListener(kind, listen, { capture: true, passive: true });
	return () => target.removeEventListener(kind, listen, { capture: true });
}
