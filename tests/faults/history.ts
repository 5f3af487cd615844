import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { Home, YEAR } from './home.ts';
import { Meant } from './model.ts';
import { Network } from './network.ts';
import { Page, type Tablet } from './page.ts';
import { Hand } from './person.ts';
import { compare, inOrder, watch } from './watching.ts';

const PEOPLE = ['Ada', 'Ben'];
const CODE = { Ada: 'ABCDEFGHJKLM', Ben: 'BCDEFGHJKLMN' } as Record<string, string>;
const SECRET = { Ada: '135790', Ben: '246801' } as Record<string, string>;

/** A tablet of these histories, and the drawers that are on it. */
interface Place {
	tablet: Tablet;
	network: Network;
	drawers: Map<string, string>;
}

/**
 * One life of a tablet in a home, out of a seed. What went wrong, what happened, and how much was kept and met faults.
 * `restores`: everybody has a drawer on a second tablet, with a network of its own, and the server is set back often.
 */
export async function live(seed: number, steps: number, { restores = false } = {}) {
	const history = new History(seed, restores);
	try {
		return { wrong: await history.run(steps), told: history.told, ...history.proves() };
	} finally {
		history.end();
	}
}

class History {
	told: string[] = [];
	#home: Home;
	#meant = new Meant();
	#wrong = new Set<string>();
	#places: Place[];
	#restores: boolean;
	#setBack = 0;
	#orderMayDiffer = false;

	constructor(seed: number, restores: boolean) {
		this.#home = new Home(seed);
		const { tablet, network } = this.#home;
		this.#places = [{ tablet, network, drawers: new Map() }];
		this.#restores = restores;
		if (restores) this.#places.push(this.#secondPlace(seed));
	}

	#secondPlace(seed: number): Place {
		const network = new Network(this.#home.clock, this.#home.chance, this.#home.server);
		return { tablet: this.#home.newTablet(`second ${seed}`, network), network, drawers: new Map() };
	}

	async run(steps: number): Promise<string[]> {
		await this.#join();
		this.#home.server.makeBackup();
		for (let i = 0; i < steps && this.#wrong.size === 0; i++) await this.#step();
		await this.#calmDown();
		return [...this.#wrong];
	}

	end(): void {
		for (const { tablet } of this.#places) for (const page of [...tablet.pages]) page.kill();
		this.#home.end();
	}

	proves(): { kept: number; setBack: number; faults: string[] } {
		return {
			kept: this.#meant.all.filter(({ state }) => state === 'kept').length,
			setBack: this.#setBack,
			faults: this.#places.flatMap(({ network }) => [...network.met.keys()])
		};
	}

	async #join(): Promise<void> {
		for (const [i, place] of this.#places.entries()) {
			const page = this.#newPage(place);
			for (const person of PEOPLE) {
				const code = i === 0 ? CODE[person]! : CODE[person]!.replace(/^./, 'Z');
				const problem = await this.#home.join(page, person, code, SECRET[person]!);
				if (problem) this.#fail(`could not join: ${problem}`);
				await this.#home.clock.run(2000);
				place.drawers.set(person, page.device.opened?.drawer.id ?? '');
				this.#lock(page);
				await this.#home.clock.run(10);
			}
		}
	}

	/** Something happens, and some time goes by. */
	async #step(): Promise<void> {
		const place = this.#places.length > 1 ? this.#home.chance.pick(this.#places) : this.#places[0]!;
		const page = this.#home.chance.pick([
			...place.tablet.pages,
			...(place.tablet.pages.size === 0 ? [this.#newPage(place)] : [])
		]);
		const [name, act] = this.#home.chance.pick(this.#acts(page, place));
		this.told.push(name);
		act();
		await this.#home.clock.run(this.#home.chance.pick([0, 3, 30, 300, 3000]));
		for (const one of place.tablet.pages) one.diesIn = Math.max(one.diesIn, 0);
	}

	#acts(page: Page, place: Place): [string, () => void][] {
		const { tablet, network } = place;
		const isOpen = page.device.opened !== null && page.person !== '';
		const hand = new Hand(page, this.#meant, this.#home.chance);
		const open = (person: string): [string, () => void] => [`open ${person}`, () => this.#open(page, person, place)];
		const anyTime: [string, () => void][] = [
			['killed soon', () => (page.diesIn = 1 + this.#home.chance.below(60))],
			['closed', () => page.kill()],
			['another tab', () => tablet.pages.size < 3 && this.#newPage(place)],
			['network off', () => (network.on = false)],
			['network on', () => this.#networkOn(place)],
			['network bad', () => (network.badOneIn = 1 + this.#home.chance.below(3))],
			['network good', () => (network.badOneIn = 0)],
			['new version', () => this.#newVersion(place)],
			['clock', () => (tablet.skew = this.#home.chance.pick([-YEAR, 0, YEAR]))],
			['full', () => (tablet.full = true)],
			['room', () => (tablet.full = false)],
			['backup', () => this.#home.server.makeBackup()],
			['restored', () => this.#restore()],
			...(this.#restores ? this.#disasters() : []),
			['old server', () => this.#oldServer()],
			['new server', () => this.#home.server.unknown.clear()]
		];
		if (!isOpen) return [...anyTime, ...PEOPLE.flatMap((person) => [open(person), open(person), open(person)])];
		const said: [string, () => void][] = [
			['say', () => void hand.say('said')],
			['say twice', () => void Promise.all([hand.say('said'), hand.say('said')])],
			['say bad', () => void hand.say('bad')],
			['say big', () => void hand.say('big')],
			['write and say', () => void hand.sayWithDraft('written')],
			['change', () => void hand.change()],
			['look at drafts', () => void hand.lookAtDrafts()],
			['mend', () => void hand.mendOrDrop()],
			['refresh', () => void page.device.opened?.refresh()]
		];
		if (this.#restores) said.push(['draw', () => void hand.draw()]);
		return [...anyTime, ...said, ...said, ...said, ['lock', () => this.#lock(page)], ...PEOPLE.map(open)];
	}

	/** Also an older backup than the last, also two one after the other, and also so that nothing but what is missing shows it. */
	#disasters(): [string, () => void][] {
		const [back, again] = [this.#home.chance.below(3), this.#home.chance.below(3)];
		return [
			['backup', () => this.#home.server.makeBackup()],
			[`set back by ${back}`, () => this.#restore({ back })],
			[`disk set back by ${back}`, () => this.#restore({ back, silent: true })],
			[`disk set back by ${back}`, () => this.#restore({ back, silent: true })],
			[`set back by ${back}, and by ${again}`, () => [back, again].forEach((one) => this.#restore({ back: one }))],
			['nobody has a network', () => this.#places.forEach(({ network }) => (network.on = false))],
			['everybody has a network', () => this.#places.forEach((one) => this.#networkOn(one))]
		];
	}

	#open(page: Page, person: string, { drawers }: Place): void {
		page.person = person;
		void page.device.open(drawers.get(person)!, SECRET[person]!).then((opened) => {
			if (opened !== 'open' && opened !== 'shut' && !String(opened).startsWith('storage'))
				this.#fail(`not opened: ${JSON.stringify(opened)}`);
			if (opened !== 'open' && page.device.opened === null && page.person === person) page.person = '';
		});
	}

	#lock(page: Page): void {
		page.person = '';
		void page.device.lock();
		if (page.shown.view || page.shown.state !== 'shut') this.#fail('shown after it was locked');
	}

	#networkOn({ network, tablet }: Place): void {
		network.on = true;
		for (const page of tablet.pages) page.hearOnline();
	}

	#restore(how: { back?: number; silent?: boolean } = {}): void {
		this.#orderMayDiffer = true;
		this.#setBack++;
		this.#home.server.restoreBackup(this.#home.clock.now, how);
	}

	#newVersion(place: Place): void {
		place.tablet.version = 2;
		this.#newPage(place);
	}

	#oldServer(): void {
		this.#orderMayDiffer = true;
		this.#home.server.unknown.add('change_topic');
	}

	/** All is well again. Within five seconds everything has arrived that can; the rest needs a person, and they come. */
	async #calmDown(): Promise<void> {
		this.#home.server.unknown.clear();
		for (const place of this.#places) {
			const { network, tablet } = place;
			network.badOneIn = 0;
			tablet.full = false;
			for (const page of tablet.pages) page.diesIn = Infinity;
			if (tablet.pages.size === 0) this.#newPage(place);
			this.#networkOn(place);
		}
		await this.#home.clock.run(5000);
		if (this.#setBack > 0)
			for (const place of this.#places) await this.#everybodyLooks(place, true); // what others need, and what only an open drawer can send again
		else await this.#nothingWaits();
		for (const place of this.#places) await this.#everybodyLooks(place);
		await this.#nothingWaits();
		for (const problem of compare(this.#meant, this.#home.server)) this.#fail(problem);
		if (!this.#orderMayDiffer && !this.#restores)
			for (const problem of inOrder(this.#meant, this.#home.server)) this.#fail(problem);
	}

	async #nothingWaits(): Promise<void> {
		for (const { tablet } of this.#places) await this.#nothingWaitsOn(tablet);
	}

	async #nothingWaitsOn({ name }: Tablet): Promise<void> {
		const db = new Dexie(name);
		await db.open();
		const rows = await db.table<{ state: string; sealed: unknown }>('outbox').toArray();
		const waiting = rows.filter(({ state }) => state === 'waiting' || state === 'frozen');
		if (waiting.length > 0) this.#fail(`${waiting.length} still wait after 5 seconds`);
		for (const table of db.tables) if (isReadable(await table.toArray())) this.#fail(`readable in ${table.name}`);
		db.close();
	}

	/** `others`: somebody else may still have to look, on whose device something lies. */
	async #everybodyLooks(place: Place, others = false): Promise<void> {
		for (const page of [...place.tablet.pages]) page.kill();
		const page = this.#newPage(place);
		for (const person of PEOPLE) {
			this.#open(page, person, place);
			await this.#home.clock.run(3000);
			const hand = new Hand(page, this.#meant, this.#home.chance);
			for (let i = 0; i < 6; i++) {
				void hand.lookAtDrafts().then(() => hand.mendOrDrop());
				await this.#home.clock.run(3000);
			}
			for (const { call, state, code } of others ? [] : (page.shown.waiting ?? []))
				this.#fail(`${person} still sees ${call.name} ${state} ${code}`);
			this.#lock(page);
			await this.#home.clock.run(100);
		}
	}

	#newPage({ tablet, drawers }: Place): Page {
		return new Page(tablet, (page) => {
			const owner = PEOPLE.find((person) => drawers.get(person) === page.shown.drawer);
			for (const problem of watch(page, owner ?? page.person, this.#meant, this.#home.server)) this.#fail(problem);
		});
	}

	#fail(problem: string): void {
		this.#wrong.add(problem);
	}
}

/** Whether any words can be read in what lies on the disk. */
function isReadable(rows: unknown[]): boolean {
	return rows.some((row) => textIn(row).includes('canary'));
}

function textIn(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
	if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer).toString('latin1');
	return typeof value === 'object' && value !== null ? Object.values(value).map(textIn).join(' ') : '';
}
