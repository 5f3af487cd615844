import type { DBCore, DBCoreTransaction, Dexie } from 'dexie';

/** What somebody typed, or sent, is written together with these: it ends, whatever becomes of the page. */
const WORDS = 'drafts';

/**
 * Ends what a page that goes has not done with the database, and lets it begin nothing new. Safari keeps the page as it is, and a
 * transaction that never ends holds up every page after it: the drawer would not open. What is fetched or sent is so again.
 */
export function abortOnLeave(db: Dexie): () => void {
	const running = new Set<DBCoreTransaction>();
	let left = false;
	const create = (core: DBCore): Partial<DBCore> => ({
		transaction(stores, mode, options) {
			const isWords = mode === 'readwrite' && stores.includes(WORDS);
			if (left && !isWords) throw new DOMException('The page goes.', 'AbortError');
			const one = core.transaction(stores, mode, options);
			if (isWords) return one;
			running.add(one);
			const over = () => running.delete(one);
			if (isOfTheBrowser(one)) for (const end of ['complete', 'abort']) one.addEventListener(end, over);
			return one;
		}
	});
	db.use({ stack: 'dbcore', name: 'abortOnLeave', create: (core) => ({ ...core, ...create(core) }) });
	return () => {
		left = true;
		for (const one of running) one.abort();
	};
}

const isOfTheBrowser = (one: DBCoreTransaction): one is IDBTransaction => 'oncomplete' in one;
