import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { Home, YEAR } from './home.ts';
import { Meant } from './model.ts';
import { Page } from './page.ts';
import { Hand } from './person.ts';
import { compare, inOrder, watch } from './watching.ts';

const PEOPLE = ['Ada', 'Ben'];
const CODE = { Ada: 'ABCDEFGHJKLM', Ben: 'BCDEFGHJKLMN' } as Record<string, string>;
const SECRET = { Ada: '135790', Ben: '246801' } as Record<string, string>;

/** One life of a tablet in a home, out of a seed. What went wrong, what happened, and how much was kept and met faults. */
export async function live(seed: number, steps: number) {
	const history = new History(seed);
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
	#drawers = new Map<string, string>();
	#orderMayDiffer = false;

	constructor(seed: number) {
		this.#home = new Home(seed);
	}

	async run(steps: number): Promise<string[]> {
		await this.#join();
		this.#home.server.makeBackup();
		for (let i = 0; i < steps && this.#wrong.size === 0; i++) await this.#step();
		await this.#calmDown();
		return [...this.#wrong];
	}

	end(): void {
		this.#home.end();
	}

	proves(): { kept: number; faults: string[] } {
		return {
			kept: this.#meant.all.filter(({ state }) => state === 'kept').length,
			faults: [...this.#home.network.met.keys()]
		};
	}

	async #join(): Promise<void> {
		const page = this.#newPage();
		for (const person of PEOPLE) {
			const problem = await this.#home.join(page, person, CODE[person]!, SECRET[person]!);
			if (problem) this.#fail(`could not join: ${problem}`);
			await this.#home.clock.run(2000);
			this.#drawers.set(person, page.device.opened?.drawer.id ?? '');
			this.#lock(page);
			await this.#home.clock.run(10);
		}
	}

	/** Something happens, and some time goes by. */
	async #step(): Promise<void> {
		const page = this.#home.chance.pick([
			...this.#home.tablet.pages,
			...(this.#home.tablet.pages.size === 0 ? [this.#newPage()] : [])
		]);
		const [name, act] = this.#home.chance.pick(this.#acts(page));
		this.told.push(name);
		act();
		await this.#home.clock.run(this.#home.chance.pick([0, 3, 30, 300, 3000]));
		for (const one of this.#home.tablet.pages) one.diesIn = Math.max(one.diesIn, 0);
	}

	#acts(page: Page): [string, () => void][] {
		const isOpen = page.device.opened !== null && page.person !== '';
		const hand = new Hand(page, this.#meant, this.#home.chance);
		const open = (person: string): [string, () => void] => [`open ${person}`, () => this.#open(page, person)];
		const anyTime: [string, () => void][] = [
			['killed soon', () => (page.diesIn = 1 + this.#home.chance.below(60))],
			['closed', () => page.kill()],
			['another tab', () => this.#home.tablet.pages.size < 3 && this.#newPage()],
			['network off', () => (this.#home.network.on = false)],
			['network on', () => this.#networkOn()],
			['network bad', () => (this.#home.network.badOneIn = 1 + this.#home.chance.below(3))],
			['network good', () => (this.#home.network.badOneIn = 0)],
			['new version', () => this.#newVersion()],
			['clock', () => (this.#home.tablet.skew = this.#home.chance.pick([-YEAR, 0, YEAR]))],
			['full', () => (this.#home.tablet.full = true)],
			['room', () => (this.#home.tablet.full = false)],
			['backup', () => this.#home.server.makeBackup()],
			['restored', () => this.#restore()],
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
		return [...anyTime, ...said, ...said, ...said, ['lock', () => this.#lock(page)], ...PEOPLE.map(open)];
	}

	#open(page: Page, person: string): void {
		page.person = person;
		void page.device.open(this.#drawers.get(person)!, SECRET[person]!).then((opened) => {
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

	#networkOn(): void {
		this.#home.network.on = true;
		for (const page of this.#home.tablet.pages) page.hearOnline();
	}

	#restore(): void {
		this.#orderMayDiffer = true;
		this.#home.server.restoreBackup();
	}

	#newVersion(): void {
		this.#home.tablet.version = 2;
		this.#newPage();
	}

	#oldServer(): void {
		this.#orderMayDiffer = true;
		this.#home.server.unknown.add('change_topic');
	}

	/** All is well again. Within five seconds everything has arrived that can; the rest needs a person, and they come. */
	async #calmDown(): Promise<void> {
		this.#home.network.badOneIn = 0;
		this.#home.tablet.full = false;
		this.#home.server.unknown.clear();
		for (const page of this.#home.tablet.pages) page.diesIn = Infinity;
		if (this.#home.tablet.pages.size === 0) this.#newPage();
		this.#networkOn();
		await this.#home.clock.run(5000);
		await this.#nothingWaits();
		await this.#everybodyLooks();
		for (const problem of compare(this.#meant, this.#home.server)) this.#fail(problem);
		if (!this.#orderMayDiffer) for (const problem of inOrder(this.#meant, this.#home.server)) this.#fail(problem);
	}

	async #nothingWaits(): Promise<void> {
		const db = new Dexie(this.#home.tablet.name);
		await db.open();
		const rows = await db.table<{ state: string; sealed: unknown }>('outbox').toArray();
		const waiting = rows.filter(({ state }) => state === 'waiting' || state === 'frozen');
		if (waiting.length > 0) this.#fail(`${waiting.length} still wait after 5 seconds`);
		for (const table of db.tables) if (isReadable(await table.toArray())) this.#fail(`readable in ${table.name}`);
		db.close();
	}

	async #everybodyLooks(): Promise<void> {
		for (const page of [...this.#home.tablet.pages]) page.kill();
		const page = this.#newPage();
		for (const person of PEOPLE) {
			this.#open(page, person);
			await this.#home.clock.run(3000);
			const hand = new Hand(page, this.#meant, this.#home.chance);
			for (let i = 0; i < 6; i++) {
				void hand.lookAtDrafts().then(() => hand.mendOrDrop());
				await this.#home.clock.run(3000);
			}
			for (const { call, state, code } of page.shown.waiting ?? [])
				this.#fail(`${person} still sees ${call.name} ${state} ${code}`);
			this.#lock(page);
			await this.#home.clock.run(100);
		}
		await this.#nothingWaits();
	}

	#newPage(): Page {
		return new Page(this.#home.tablet, (page) => {
			const owner = PEOPLE.find((person) => this.#drawers.get(person) === page.shown.drawer);
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
