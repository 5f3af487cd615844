const AN_HOUR = 60 * 60 * 1000;
const PATIENCE = 3000;
const OPEN = 'sayso open'; // a lock that every tab shares as long as a drawer is open in it

/** A new version of the app is never put under somebody's fingers: it waits for a quiet moment, or until they say so. */
export class QuietUpdates {
	#onWaiting: () => void;
	#version: string;
	#container: ServiceWorkerContainer | undefined;
	#registration: ServiceWorkerRegistration | undefined;
	#looked = Date.now();
	#asked = false;
	#waits = false;
	#takenBy: string | null = null; // the version that serves this page now, which is not its own: what it has not loaded yet is gone
	#release: (() => void) | null = null;

	/** `version` is what this page is made of. */
	constructor(onWaiting: () => void, version: string) {
		this.#onWaiting = onWaiting;
		this.#version = version;
	}

	watch(): void {
		this.#container = navigator.serviceWorker; // absent in some private windows, whatever its type says
		this.#compare();
		void this.#container?.ready.then((registration) => this.#see(registration));
		this.#container?.addEventListener('controllerchange', () => {
			if (this.#asked) location.reload();
			else this.#compare();
		});
	}

	/** Looks for a new version, at most once an hour: a tablet on a wall never opens the page anew. */
	look(): void {
		void this.#takeIfQuiet();
		if (Date.now() - this.#looked < AN_HOUR) return;
		this.#looked = Date.now();
		this.#registration?.update().catch(() => undefined); // no network: next time
	}

	/**
	 * Takes the new version, and loads the page with it. Chromium leaves the new worker waiting where a request of that very
	 * moment wakes the old one: then a page that is loaded anew takes it. And a page may be asked for of a worker that is just
	 * being replaced, and never come: then it is asked for again.
	 */
	apply(): void {
		setTries(MOST_TRIES);
		this.#take();
		reloadAfter(PATIENCE);
	}

	/** While a drawer is open here, no tab of this device takes a new version by itself. */
	holdOff(open: boolean): void {
		if (open && !this.#release) {
			const held = new Promise<void>((done) => (this.#release = done));
			void locks()?.request(OPEN, { mode: 'shared' }, () => held);
		}
		if (open || !this.#release) return;
		this.#release();
		this.#release = null;
		void this.#takeIfQuiet();
	}

	#take(): void {
		this.#asked = true;
		this.#registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
	}

	#see(registration: ServiceWorkerRegistration): void {
		this.#registration = registration;
		const see = () => {
			this.#waits = registration.waiting !== null && this.#container?.controller != null;
			if (!this.#waits) return setTries(0);
			this.#onWaiting();
			void this.#takeIfQuiet();
		};
		see();
		registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', see));
	}

	/**
	 * Asks who serves this page which version it is: another tab may have taken the new one, or the worker was replaced in the very
	 * moment that this page began, with no event for it.
	 */
	#compare(): void {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => {
			if (typeof data !== 'string' || data === this.#version) return;
			this.#takenBy = data;
			void this.#takeIfQuiet();
		};
		this.#container?.controller?.postMessage({ type: 'VERSION' }, [port2]);
	}

	async #takeIfQuiet(): Promise<void> {
		if (this.#release || !nothingTyped()) return;
		if (this.#takenBy) return reloadFor(this.#takenBy);
		if (!this.#waits) return;
		const manager = locks();
		if (!manager) return this.#take();
		await manager.request(OPEN, { ifAvailable: true }, (lock) => {
			if (!lock || !nothingTyped()) return;
			this.#take();
			this.#tryAgain();
		});
	}

	/** Whoever asked for it sees the door meanwhile, which makes requests, too. */
	#tryAgain(): void {
		const left = triesLeft();
		if (left === 0) return;
		setTimeout(() => {
			if (this.#release || !nothingTyped()) return;
			setTries(left - 1);
			location.reload();
		}, PATIENCE);
	}
}

const TRIES = 'sayso.update-tries';
const MOST_TRIES = 3;
/** Of pages that are loaded anew because somebody asked for the new version. None where the browser keeps nothing for a tab. */
const triesLeft = (): number => Number(ofTab()?.getItem(TRIES) ?? 0);
const setTries = (left: number): void => ofTab()?.setItem(TRIES, String(left));

function reloadAfter(pause: number): void {
	setTimeout(() => {
		location.reload();
		reloadAfter(pause * 2);
	}, pause);
}

const LOADED_FOR = 'sayso.loaded-for';
/** Once for each version: where a page came past the worker, loading it again changes nothing. */
function reloadFor(version: string): void {
	const tab = ofTab();
	if (!tab || tab.getItem(LOADED_FOR) === version) return;
	tab.setItem(LOADED_FOR, version);
	location.reload();
}

function ofTab(): Storage | null {
	try {
		return globalThis.sessionStorage ?? null;
	} catch {
		return null; // refused
	}
}

const locks = (): LockManager | undefined => navigator.locks;

/** Nobody is in the middle of something: no field on the page holds anything. */
function nothingTyped(): boolean {
	const fields = [...document.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox]), textarea')];
	return fields.every(({ value }) => value === '');
}
