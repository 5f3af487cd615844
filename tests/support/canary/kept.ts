import type { Page } from '@playwright/test';

/** Everything that a page of this origin can get hold of, as one text: what it draws, its address, and all that it keeps. */
export function keptBy(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const said = (value: unknown): unknown => {
			if (value instanceof ArrayBuffer) return said(new Uint8Array(value));
			if (ArrayBuffer.isView(value)) {
				const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
				return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
			}
			if (value instanceof CryptoKey) return `key ${value.algorithm.name} ${value.extractable}`;
			if (Array.isArray(value)) return value.map(said);
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, said(one)]));
		};
		const asked = <T>(request: IDBRequest<T>) =>
			new Promise<T>((done, failed) => {
				request.onsuccess = () => done(request.result);
				request.onerror = () => failed(request.error);
			});
		const databases = await Promise.all(
			(await indexedDB.databases()).map(async ({ name = '' }) => {
				const db = await asked(indexedDB.open(name));
				const stores = [...db.objectStoreNames];
				const rows = stores.map((store) => asked(db.transaction(store).objectStore(store).getAll()));
				const keys = stores.map((store) => asked(db.transaction(store).objectStore(store).getAllKeys()));
				const all = [name, stores, await Promise.all(rows), await Promise.all(keys)];
				db.close();
				return said(all);
			})
		);
		const cached: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const answer = await cache.match(request);
				if (/json|html|text\/plain/.test(answer?.headers.get('content-type') ?? ''))
					cached.push(request.url, (await answer?.text()) ?? '');
				else cached.push(request.url);
			}
		}
		const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
			({ value }) => value
		);
		const stores = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie];
		const shown = [document.title, location.href, document.referrer, document.documentElement.outerHTML, fields];
		return JSON.stringify([databases, cached, stores, said(history.state), window.name, shown]);
	});
}
