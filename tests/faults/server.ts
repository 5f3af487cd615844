import type { Call, Outcome } from '../../src/lib/domain/calls.ts';
import type { Item } from '../../src/lib/domain/item.ts';
import type { View } from '../../src/lib/domain/view.ts';
import { emptyLists } from '../support/lists.ts';

const MOST_BYTES = 3000; // of one request: small, so that batches are split

interface Person {
	id: string;
	done: Map<string, { args: string; login: string; seq: number }>;
	items: Map<string, string>; // id → words
	pictures: Set<string>;
	log: string[]; // the words of every effect, in order
	seqs: Map<string, number>; // login → its calls
	cutOff: boolean;
	vouchedFor: boolean;
}

/** All that a dump holds. */
interface State {
	epoch: string;
	people: Map<string, Person>;
	accounts: Map<string, { person: string; password: string }>;
}

/** Who asks: a person, on one of their devices. */
interface Asker {
	person: Person;
	login: string;
}

/** The server as a plain model: it keeps ids and first answers, and what each person has said. */
export class Server {
	#state: State = { epoch: 'epoch 0', people: new Map(), accounts: new Map() };
	/** Everything that was ever committed, also what a restored backup took away again. */
	ever = new Set<string>();
	#codes = new Map<string, { person: string; used: boolean; for: 'child' | 'staff' }>();
	#tokens = new Map<string, string>();
	#refresh = new Map<string, string>();
	#count = 0;
	#backups: State[] = [];
	/** When it was last set back to an earlier day. */
	restoredAt = -Infinity;
	/** How many requests with calls came. */
	requests = 0;
	/** Names that this version of the server does not know yet. */
	unknown = new Set<string>();

	get people(): Map<string, Person> {
		return this.#state.people;
	}

	invite(code: string, person: string, who: 'child' | 'staff' = 'child'): void {
		this.#codes.set(code, { person, used: false, for: who });
		if (!this.people.has(person)) this.people.set(person, newPerson(person));
	}

	codeState(code: string) {
		const known = this.#codes.get(code);
		return { state: known ? (known.used ? 'used' : 'good') : 'unknown', for: known?.for ?? null } as const;
	}

	signUp(email: string, password: string, code: string) {
		const invite = this.#codes.get(code);
		if (!invite) return 'code_unknown';
		if (invite.used) return 'code_used';
		if (this.#state.accounts.has(email)) return 'user_already_exists';
		invite.used = true;
		this.#state.accounts.set(email, { person: invite.person, password });
		return this.signIn(email, password);
	}

	signIn(email: string, password: string) {
		const account = this.#state.accounts.get(email);
		if (account?.password !== password) return 'invalid_credentials';
		return this.#session(email);
	}

	/** As when somebody sets a new password elsewhere. */
	changePassword(email: string, password: string): void {
		this.#state.accounts.set(email, { ...this.#state.accounts.get(email)!, password });
		this.expire(true);
	}

	refresh(token: string) {
		const login = this.#refresh.get(token);
		this.#refresh.delete(token);
		return login && this.#state.accounts.has(login) ? this.#session(login) : 'refresh_token_not_found';
	}

	expire(alsoRefresh: boolean): void {
		this.#tokens.clear();
		if (alsoRefresh) this.#refresh.clear();
	}

	who(token: string): Asker | 'signed_out' | 'nobody' | 'not_known' {
		const login = this.#tokens.get(token);
		if (login === undefined) return 'signed_out';
		const person = this.people.get(this.#state.accounts.get(login)?.person ?? '');
		if (!person) return 'not_known';
		return person.cutOff ? 'nobody' : { person, login };
	}

	view(asker: Asker, known: string[]): { version: string; view: View; lacks: boolean } {
		const { person } = asker;
		const { epoch } = this.#state;
		const view = { ...viewOf(person), epoch, last_call: seqOf(asker) };
		const words = view.items.map((one) => one.words);
		const version = JSON.stringify([view.last_call, epoch, words, person.vouchedFor]);
		return { version, view, lacks: lacks(person, known) };
	}

	apply(asker: Asker, calls: Call[], known: string[]): Outcome[] | 413 | 'went_back' {
		this.requests++;
		if (JSON.stringify(calls).length > MOST_BYTES) return 413;
		if (lacks(asker.person, known)) return 'went_back';
		return calls.map((call) => this.#applyOne(asker, call));
	}

	makeBackup(): void {
		this.#backups.push(structuredClone(this.#state));
	}

	/** The newest backup, or an older one. `silent`: a disk was copied back, and nothing shows that. Whether there was one. */
	restoreBackup(now: number, { back = 0, silent = false } = {}): boolean {
		const at = Math.max(0, this.#backups.length - 1 - back);
		const backup = this.#backups[at];
		if (!backup) return false;
		this.#state = structuredClone(backup);
		this.restoredAt = now;
		if (silent) this.#backups.length = at + 1;
		else this.#state.epoch = `epoch ${++this.#count}`;
		return true;
	}

	/** As after a backup from before somebody joined. */
	forget(person: string): void {
		for (const [login, account] of this.#state.accounts)
			if (account.person === person) this.#state.accounts.delete(login);
	}

	#applyOne(asker: Asker, call: Call): Outcome {
		const { person, login } = asker;
		const args = JSON.stringify([call.name, call.args]);
		const kept = person.done.get(call.id);
		const ofThis = kept?.login === login ? kept.seq : 0;
		if (kept)
			return kept.args === args ? { id: call.id, end: 'done', seq: ofThis } : refused(call, 'same_id_other_args');
		if (this.unknown.has(call.name)) return refused(call, 'no_such_call');
		const problem = effect(person, call);
		if (problem) return refused(call, problem);
		const seq = seqOf(asker) + 1;
		person.seqs.set(login, seq);
		person.done.set(call.id, { args, login, seq });
		if ('id' in call.args) this.ever.add(call.args.id);
		return { id: call.id, end: 'done', seq };
	}

	#session(login: string) {
		const session = { access_token: `token ${++this.#count}`, refresh_token: `refresh ${this.#count}` };
		this.#tokens.set(session.access_token, login);
		this.#refresh.set(session.refresh_token, login);
		return session;
	}
}

const refused = (call: Call, code: string): Outcome => ({ id: call.id, end: 'refused', code });

const newPerson = (id: string): Person => {
	const nothing = { done: new Map(), items: new Map(), pictures: new Set<string>(), seqs: new Map() };
	return { id, ...nothing, log: [], cutOff: false, vouchedFor: false };
};

const seqOf = ({ person, login }: Asker): number => person.seqs.get(login) ?? 0;
const lacks = (person: Person, known: string[]): boolean => known.some((id) => !person.done.has(id));

function effect(person: Person, call: Call): string | null {
	if (call.name === 'put_picture') person.pictures.add(call.args.hash);
	if (call.name !== 'put_topic' && call.name !== 'change_topic') return null;
	const { words } = call.args;
	if (words.startsWith('bad')) return 'nothing_said';
	if (call.name === 'put_topic' && call.args.picture !== null && !person.pictures.has(call.args.picture))
		return 'no_such_picture';
	const recording = call.name === 'put_topic' ? (call.args.recording ?? null) : null;
	if (recording !== null && !person.pictures.has(recording)) return 'no_such_recording';
	const item = call.name === 'put_topic' ? call.args.id : call.args.item;
	if (call.name === 'change_topic' && !person.items.has(item)) return 'no_such_thing';
	person.items.set(item, words);
	person.log.push(words);
	return null;
}

function viewOf(person: Person): View {
	const home = { id: 'home', name: 'Maple House', labels: {} } as unknown as View['home'];
	const items = [...person.items].map(([id, words]) => itemOf(id, words, person.id));
	const me = { id: person.id, name: person.id, role: 'child' } as View['people'][number];
	const own = { shape: 1, epoch: '', last_call: 0, me: person.id, login: 'login' } as const;
	const devices = [{ id: 'login', approved_at: person.vouchedFor ? '2026-11-22' : null }] as View['devices'];
	return { ...emptyLists(), ...own, home, people: [me], items, devices };
}

/** An item as far as this model goes. */
export const itemOf = (id: string, words: string, author_id: string): Item =>
	({ id, words, author_id, kind: 'topic', picture: null, events: [] }) as unknown as Item;

/** What the calls of these histories do to what is shown. */
export function applyInModel(view: View, call: Call): View {
	if (call.name === 'put_topic') {
		const others = view.items.filter(({ id }) => id !== call.args.id);
		return { ...view, items: [...others, itemOf(call.args.id, call.args.words, view.me)] };
	}
	if (call.name !== 'change_topic') return view;
	const { item, words } = call.args;
	return { ...view, items: view.items.map((one) => (one.id === item ? { ...one, words } : one)) };
}
