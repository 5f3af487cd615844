import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { CallArgs, CallName } from '../../src/lib/domain/calls.ts';
import { makeCode } from '../../src/lib/domain/code.ts';
import type { Id } from '../../src/lib/domain/item.ts';
import type { View } from '../../src/lib/domain/view.ts';

/** One sign-in of a person of the made-up home, as the app itself would have it. */
export class Account {
	#base: string;
	#key: string;
	#token: string;

	constructor(base: string, key: string, token: string) {
		this.#base = base;
		this.#key = key;
		this.#token = token;
	}

	/** Writes something. What is refused fails the test, and says why. */
	async call<N extends CallName>(name: N, args: CallArgs[N]): Promise<void> {
		const call = { id: randomUUID(), name, args, at: new Date().toISOString() };
		const [outcome] = await this.#rpc<{ end: string; code?: string }[]>('apply_calls', { person: null, calls: [call] });
		if (outcome?.end !== 'done') throw new Error(`${name}: ${outcome?.code ?? 'no answer'}`);
	}

	/** `person`: as whom it asks, where that is not plain from who signed in. */
	async view(person: Id | null = null): Promise<View> {
		const answer = await this.#rpc<{ view: View }>('my_view', { person, known_version: null, shape: 1 });
		return answer.view;
	}

	/** The version of what they see. `known`: the one that their device has. */
	async version(known: string | null = null): Promise<string> {
		const answer = await this.#rpc<{ version: string }>('my_view', { person: null, known_version: known, shape: 1 });
		return answer.version;
	}

	/** Whether another device of theirs stopped this one. */
	async stop(): Promise<{ stopped: boolean } | null> {
		const answer = await this.#rpc<{ stop?: { stopped: boolean } }>('my_view', {
			person: null,
			known_version: null,
			shape: 1
		});
		return answer.stop ?? null;
	}

	/** Pictures by their hash, as base64. */
	async pictures(hashes: string[]): Promise<{ hash: string; data: string }[]> {
		return this.#rpc('my_pictures', { person: null, hashes });
	}

	async #rpc<T>(name: string, body: object): Promise<T> {
		const headers = { apikey: this.#key, authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
		return post<T>(`${this.#base}/rest/v1/rpc/${name}`, body, headers);
	}
}

/** The made-up home, from the side of its server: to make people and codes, and to answer, without a screen. */
export class Home {
	#base: string;
	#key: string;
	#people = new Map<string, Promise<Account>>();

	private constructor(base: string, key: string) {
		this.#base = base;
		this.#key = key;
	}

	static async at(base: string): Promise<Home> {
		const config: { key: string } = await (await fetch(`${base}/config.json`)).json();
		return new Home(base, config.key);
	}

	/** Somebody of Maple House: 'jo', 'pat', 'robin' … */
	as(person: string): Promise<Account> {
		const known = this.#people.get(person) ?? this.#enter(person);
		this.#people.set(person, known);
		return known;
	}

	/** A new child in the home, so that journeys do not meet each other. Jo is the key worker, unless told otherwise. */
	async addChild(name: string, keyWorkers: string[] = ['Jo']): Promise<Id> {
		const pat = await this.as('pat');
		const child = randomUUID();
		await pat.call('add_person', { id: child, role: 'child', name });
		for (const [index, worker] of keyWorkers.entries()) {
			const place = index === 0 ? 1 : 2;
			await pat.call('set_key_worker', {
				id: randomUUID(),
				child,
				worker: await this.idOf(worker),
				place,
				because: null
			});
		}
		return child;
	}

	async addWorker(name: string): Promise<Id> {
		const id = randomUUID();
		await (await this.as('pat')).call('add_person', { id, role: 'worker', name });
		return id;
	}

	async idOf(name: string): Promise<Id> {
		const { people } = await (await this.as('pat')).view();
		const found = people.find((person) => person.name === name);
		if (!found) throw new Error(`nobody is called ${name}`);
		return found.id;
	}

	/** A one-time code, made as on a staff device: only its fingerprint is sent. */
	async code(person: Id, { by = 'pat', device = 'Tablet' } = {}): Promise<string> {
		const code = makeCode((bytes) => randomBytes(bytes));
		const code_hash = createHash('sha256').update(code).digest('hex');
		await (await this.as(by)).call('invite', { id: randomUUID(), person, device, code_hash });
		return code;
	}

	async #enter(person: string): Promise<Account> {
		const { code } = await post<{ code: string }>(`${this.#base}/demo/enter`, { key: person });
		return this.account(code);
	}

	/** Somebody who joins with a code, without a screen: a device that another person has. */
	async account(code: string): Promise<Account> {
		const who = { email: `${randomUUID()}@device.sayso.invalid`, password: randomBytes(24).toString('base64url') };
		const asked = { ...who, data: { invite_code: code } };
		const made = await post<{ access_token: string }>(`${this.#base}/auth/v1/signup`, asked, { apikey: this.#key });
		return new Account(this.#base, this.#key, made.access_token);
	}
}

async function post<T>(url: string, body: object, headers: Record<string, string> = {}): Promise<T> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body)
	});
	if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
	return response.json();
}
