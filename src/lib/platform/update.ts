const AN_HOUR = 60 * 60 * 1000;
const PATIENCE = 3000;
const OPEN = 'sayso open'; // a lock that every tab shares as long as a drawer is open in it

/** A new version of the app is never put under somebody's fingers: it waits for a quiet moment, or until they say so. */
export class QuietUpdates {
	#onWaiting: () => void;
	#servedBy: ServiceWorker | null | undefined;
	#container: ServiceWorkerContainer | undefined;
	#hadController = false; // the first worker of a first visit is no new version
	#registration: ServiceWorkerRegistration | undefined;
	#looked = Date.now();
	#asked = false;
	#waits = false;
	#isExpired = false; // another tab took the new version: what this page has not loaded yet is gone
	#release: (() => void) | null = null;

	/** `servedBy` controlled the page when it began: the parts of the app come later, and another tab may have been quicker. */
	constructor(onWaiting: () => void, servedBy?: ServiceWorker | null) {
		this.#onWaiting = onWaiting;
		this.#servedBy = servedBy;
	}

	watch(): void {
		this.#container = navigator.serviceWorker; // absent in some private windows, whatever its type says
		const controller = this.#container?.controller ?? null;
		this.#hadController = controller !== null;
		this.#isExpired = controller !== null && this.#servedBy != null && this.#servedBy !== controller;
		void this.#takeIfQuiet();
		void this.#container?.ready.then((registration) => this.#see(registration));
		this.#container?.addEventListener('controllerchange', () => {
			if (this.#asked) return location.reload();
			this.#isExpired = this.#hadController;
			void this.#takeIfQuiet();
			this.#hadController = true;
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
	 * moment wakes the old one: then a page that is loaded anew takes it.
	 */
	apply(): void {
		setTries(MOST_TRIES);
		this.#take();
		setTimeout(() => location.reload(), PATIENCE);
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

	async #takeIfQuiet(): Promise<void> {
		if (this.#release || !nothingTyped()) return;
		if (this.#isExpired) return location.reload();
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
