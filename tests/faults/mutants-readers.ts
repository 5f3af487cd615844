import { of, type Mutant } from './mutant.ts';

/** What is read by whoever picks a tablet of the home up, and who reads what on a device with no network. */
export const READERS: Mutant[] = [
	// A tablet of the home
	of('client/local/tablet-db.ts', 'a tablet that was ended keeps nothing of the home', 'await db.paired.clear();', ''),
	of('client/local/tablet-db.ts', 'that it was ended is kept', "await db.ended.put({ id: 'cut_off' });", ''),
	of('client/local/tablet-db.ts', 'what was begun with one code is not for another', 'begunWith === code', 'begunWith'),
	of(
		'client/local/tablet-db.ts',
		'its session is kept',
		"await stored(() => db.paired.update('paired', { session: sealed }));",
		''
	),
	of(
		'client/local/tablet-db.ts',
		'what it showed for another home goes',
		'session: sealed, ...NOTHING_READ });',
		"session: sealed, version: null, guide: null, ...(await db.paired.get('paired')), id: 'paired' });"
	),
	of(
		'client/device/home-tablet.ts',
		'a lost answer loses no code',
		'if (!begun) await beginPairing(',
		'if (false) await beginPairing('
	),
	of(
		'client/device/home-tablet.ts',
		'what the home wrote is there with no signal',
		'await keepGuide(db, version, guide);',
		''
	),
	of('client/device/home-tablet.ts', 'a tablet that was cut off shows nothing', 'await forgetHome(db);', ''),
	of(
		'client/device/home-tablet.ts',
		'an answer about what it was before ends nothing',
		"world.withLock('tablet', () => this.#pull())",
		'this.#pull()'
	),
	of('client/device/home-tablet.ts', 'only a tablet asks', "if (kept.state !== 'paired') return this.#leave();", ''),
	// Who reads what, on a device with no network
	of(
		'domain/reading/reading.ts',
		'who is left out reads nothing',
		'item.left_out.some((id) => both.includes(id))',
		'false'
	),
	of(
		'domain/reading/reading.ts',
		'nor does who covers for them',
		'both = [holder.id, person.id]',
		'both = [person.id]'
	),
	of('domain/reading/reading.ts', 'nor for whom they cover', 'both = [holder.id, person.id]', 'both = [holder.id]'),
	of(
		'domain/reading/reading.ts',
		'nor whom it is about',
		'item.about_id !== null && both.includes(item.about_id)',
		'false'
	),
	of(
		'domain/reading/reading.ts',
		'nor a cover whom the child refused',
		' || away.refused_by.includes(item.child_id)',
		''
	),
	of('domain/reading/reading.ts', 'nor another child', 'isChild(person.role) || ', ''),
	of('domain/reading/reading.ts', 'only faces that were shown get words', 'words: words && wasShown', 'words'),
	of('domain/reading/reading.ts', 'what is taken back is read no more', 'return item.taken_back &&', 'return false &&'),
	of(
		'domain/reading/reading.ts',
		'who has left reads nothing',
		'Math.min(standing.until, person.works_until, holder.left)',
		'standing.until'
	)
];
