import type { Attachment } from 'svelte/attachments';

const LONG_ENOUGH = 1000;
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1];

/** Tells when something really was on the screen: half of it, or half a screen of it, for a second, with the page in sight. */
export function seen(tell: () => void): Attachment {
	return (node) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const watch = (entries: IntersectionObserverEntry[]) => {
			clearTimeout(timer);
			const entry = entries.at(-1);
			if (entry && isInSight(entry)) timer = setTimeout(told, LONG_ENOUGH);
		};
		const observer = new IntersectionObserver(watch, { threshold: STEPS });
		const told = () => {
			if (document.visibilityState !== 'visible') return;
			observer.disconnect();
			tell();
		};
		observer.observe(node);
		return () => {
			clearTimeout(timer);
			observer.disconnect();
		};
	};
}

function isInSight({ intersectionRatio, intersectionRect }: IntersectionObserverEntry): boolean {
	return intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2;
}
