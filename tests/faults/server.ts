import type { Call, Outcome } from '../../src/lib/domain/calls.ts';
import type { Item, View } from '../../src/lib/domain/view.ts';
import { emptyLists } from '../support/lists.ts';

const MOST_BYTES = 3000; // of one request: small, so that batches are split

interface Person {
	id: string;
	epoch: string;
	done: Map<string, { args: string; seq: number }>;
	items: Map<string, string>; // id → words
	log: string[]; // the words of every effect, in order
	seq: number;
	cutOff: boolean;
	vouchedFor: boolean;
}

/** The server as a plain model: it keeps ids and first answers, and what each person has said. */
export class Server {
	people = new Map<string, Person>();
	/** Everything that was ever committed, also what a restored backup took away again. */
	ever = new Set<string>();
	#accounts = new Map<string, { person: string; password: string }>();
	#codes = new Map<string, { person: string; used: boolean; for: 'child' | 'staff' }>();
	#tokens = new Map<string, string>();
	#refresh = new Map<string, string>();
	#count = 0;
	#backup: Map<string, Person> | null = null;
	/** How many requests with calls came. */
	requests = 0;
	/** Names that this version of the server does not know yet. */
	unknown = new Set<string>();

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
		if (this.#accounts.has(email)) return 'user_already_exists';
		invite.used = true;
		this.#accounts.set(email, { person: invite.person, password });
		return this.signIn(email, password);
	}

	signIn(email: string, password: string) {
		const account = this.#accounts.get(email);
		if (account?.password !== password) return 'invalid_credentials';
		return this.#session(account.person);
	}

	/** As when somebody sets a new password elsewhere. */
	changePassword(email: string, password: string): void {
		this.#accounts.set(email, { ...this.#accounts.get(email)!, password });
		this.expire(true);
	}

	refresh(token: string) {
		const person = this.#refresh.get(token);
		this.#refresh.delete(token);
		return person ? this.#session(person) : 'refresh_token_not_found';
	}

	expire(alsoRefresh: boolean): void {
		this.#tokens.clear();
		if (alsoRefresh) this.#refresh.clear();
	}

	who(token: string): Person | 401 | 403 {
		const id = this.#tokens.get(token);
		const person = id === undefined ? undefined : this.people.get(id);
		if (!person) return 401;
		return person.cutOff ? 403 : person;
	}

	view(person: Person): { version: string; view: View } {
		const view = viewOf(person);
		return {
			version: JSON.stringify([person.seq, person.epoch, view.items.map(({ words }) => words), person.vouchedFor]),
			view
		};
	}

	apply(person: Person, calls: Call[]): Outcome[] | 413 {
		this.requests++;
		if (JSON.stringify(calls).length > MOST_BYTES) return 413;
		return calls.map((call) => this.#applyOne(person, call));
	}

	makeBackup(): void {
		this.#backup = structuredClone(this.people);
	}

	restoreBackup(): void {
		if (!this.#backup) return;
		this.people = structuredClone(this.#backup);
		for (const person of this.people.values()) person.epoch = `epoch ${++this.#count}`;
	}

	#applyOne(person: Person, call: Call): Outcome {
		const args = JSON.stringify([call.name, call.args]);
		const kept = person.done.get(call.id);
		if (kept)
			return kept.args === args ? { id: call.id, end: 'done', seq: kept.seq } : refused(call, 'same_id_other_args');
		if (this.unknown.has(call.name)) return refused(call, 'no_such_call');
		const problem = effect(person, call);
		if (problem) return refused(call, problem);
		person.done.set(call.id, { args, seq: ++person.seq });
		if ('id' in call.args) this.ever.add(call.args.id);
		return { id: call.id, end: 'done', seq: person.seq };
	}

	#session(person: string) {
		const session = { access_token: `token ${++this.#count}`, refresh_token: `refresh ${this.#count}` };
		this.#tokens.set(session.access_token, person);
		this.#refresh.set(session.refresh_token, person);
		return session;
	}
}

const refused = (call: Call, code: string): Outcome => ({ id: call.id, end: 'refused', code });

const newPerson = (id: string): Person => {
	return { id, epoch: 'epoch 0', done: new Map(), items: new Map(), log: [], seq: 0, cutOff: false, vouchedFor: false };
};

function effect(person: Person, call: Call): string | null {
	if (call.name !== 'put_topic' && call.name !== 'change_topic') return null;
	const { words } = call.args;
	if (words.startsWith('bad')) return 'nothing_said';
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
	const own = { shape: 1, epoch: person.epoch, last_call: person.seq, me: person.id, login: 'login' } as const;
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
