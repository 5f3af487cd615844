import { ARGS, callName } from '../differential/calls.ts';
import { viewOf } from '../differential/requests.ts';
import type { Writer } from '../differential/saying.ts';
import { join, type Held, type World } from './home.ts';
import { honest, isBad, sendAll, sendOne, type Play } from './play.ts';
import { say } from './saying.ts';

/**
 * One turn of a bad adult: on any login that they hold, they make codes in others' names and join with them, vouch for
 * everything, stop what is not theirs, make up workers, or do whatever else they may.
 */
export async function badTurn(play: Play): Promise<void> {
	const { random, world } = play;
	const who = random.pick(world.logins.filter((one) => isBad(world, one)));
	switch (random.upTo(8)) {
		case 0:
		case 1:
		case 2:
			return joinAs(play, who);
		case 3:
			await sendAll(
				play,
				who,
				world.logins
					.filter((one) => !isBad(world, one) || one.holder === who.holder)
					.map(({ login }) => ['approve_device', { login }])
			);
			return;
		case 4:
			await sendOne(play, who, 'cut_off_device', { login: random.pick(loginsOf(world)) });
			return;
		case 5:
			return random.pick([keepsDevice, keyWorkerOfMine, agreesAsChild])(play, who);
		default:
			return anything(play, who);
	}
}

const loginsOf = ({ logins }: World): string[] => logins.map(({ login }) => login);

/** Makes a code in somebody's name, as far as the database lets them, and uses it themself. */
async function joinAs(play: Play, who: Held): Promise<void> {
	const { db, random, world } = play;
	for (const person of random.shuffled(world.people).slice(0, 4)) {
		const code = random.hex(32);
		const args = { id: random.id(), person: person.id, device: 'trick', code_hash: await hashOf(code) };
		if (!(await sendOne(play, who, 'invite', args))) continue;
		const [account, login] = [random.id(), random.id()];
		await db.exec(`insert into auth.users (id, email, raw_user_meta_data)
				values ('${account}', '${account}@example.invalid', '{"invite_code": "${code}"}');
			update app.logins set id = '${login}' where account_id = '${account}'`);
		world.logins.push({ id: person.id, role: person.role, account, login, holder: who.holder });
		return;
	}
}

const hashOf = async (code: string): Promise<string> =>
	Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code))).toString('hex');

async function keepsDevice(play: Play, who: Held): Promise<void> {
	await sendOne(play, who, 'keep_device', {});
}

/** Offers a child an agreement, and says yes to it in the child's name. */
async function agreesAsChild(play: Play, who: Held): Promise<void> {
	const { random, world } = play;
	const mine = world.logins.filter(({ holder }) => holder === who.holder);
	const child = random.shuffled(mine).find(({ role }) => role === 'child');
	if (!child) return;
	const terms = { how_often: 'x', where_we_meet: 'x', how_to_stop: 'x', notes_kept: 'x' };
	for (const staff of mine.filter(({ role }) => role !== 'child')) {
		const id = random.id();
		if (await sendOne(play, staff, 'offer_agreement', { id, child: child.id, ...terms }))
			await sendOne(play, child, 'agree', { agreement: id });
	}
}

async function keyWorkerOfMine(play: Play, who: Held): Promise<void> {
	const { random, world } = play;
	const worker = random.pick(world.logins.filter(({ holder, role }) => holder === who.holder && role !== 'child')).id;
	const child = random.pick(world.people.filter(({ role }) => role === 'child')).id;
	const args = { id: random.id(), child, worker, place: random.pick([1, 2] as const), because: 'x' };
	await sendOne(play, who, 'set_key_worker', args);
}

async function anything(play: Play, who: Held): Promise<void> {
	const seen = await viewOf(play.db, who);
	if (!seen?.view) return;
	const writer: Writer = { ...seen, random: play.random, ids: play.told.secrets.map(({ id }) => id) };
	const names = Array.from({ length: 3 }, () => callName(writer)).filter((name) => name !== 'approve_device'); // never at random
	await sendAll(
		play,
		who,
		names.map((name) => [name, withOwnId(play, ARGS[name](writer))])
	);
}

/** What is made anew never bears the id of a secret: else a tablet of that id would look like a leak. */
const withOwnId = ({ random, told }: Play, args: object): object =>
	'id' in args && told.secrets.some(({ id }) => id === args.id) ? { ...args, id: random.id() } : args;

/** One turn of somebody honest: a child says something, an adult reads and answers, somebody who has not joined joins. */
export async function honestTurn(play: Play): Promise<void> {
	const { random } = play;
	const who = honest(play);
	if (who.length === 0 || random.once(8)) return somebodyJoins(play);
	const child = honest(play, ({ role }) => role === 'child');
	const held = random.pick(child.length > 0 && random.once(2) ? child : who);
	if (held.role === 'child') return random.once(4) ? childMinds(play, held) : childSays(play, held);
	return random.once(5) ? knowsColleagues(play, held) : anything(play, held);
}

/** An honest adult says yes only to what truly belongs to its person. */
async function knowsColleagues(play: Play, who: Held): Promise<void> {
	const others = honest(play, ({ login, id, holder }) => login !== who.login && id === holder);
	if (others.length > 0) await sendOne(play, who, 'approve_device', { login: play.random.pick(others).login });
}

async function somebodyJoins(play: Play): Promise<void> {
	const { db, random, world } = play;
	const person = random.pick(world.people.filter(({ id }) => !world.bad.includes(id)));
	const makers = world.logins.filter(({ role, holder, id }) => role !== 'child' && holder === id); // also the bad one, who hands it over
	const maker = random.pick(makers);
	const [row] = await db.query(
		`select exists (select from app.logins l join app.people p on p.id = l.person_id where l.id = $1
		and l.cut_off_at is null and p.left_at is null and p.not_at_work_since is null
		and case p.role when 'manager' then $2 <> 'responsible_individual' when 'worker' then $2 = 'child' else $2 = 'manager' end) as may`,
		[maker.login, person.role]
	);
	if (row?.['may'] !== true) return;
	const [left] = await db.query('select left_at is not null as gone from app.people where id = $1', [person.id]);
	if (left?.['gone'] === true) return;
	world.logins.push(await join(db, random, { person: person.id, role: person.role, by: maker, holder: person.id }));
}

/** A child says yes to devices that are the child's, and no to those that are not. */
async function childMinds(play: Play, who: Held): Promise<void> {
	const { random, world } = play;
	const mine = world.logins.filter(({ id, login }) => id === who.id && login !== who.login);
	await sendOne(play, who, 'keep_device', {});
	const other = mine.length > 0 ? random.pick(mine) : null;
	if (other)
		await sendOne(play, who, other.holder === who.id ? 'approve_device' : 'cut_off_device', { login: other.login });
}

async function childSays(play: Play, who: Held): Promise<void> {
	const { random, world } = play;
	const staff = world.people.filter(({ role }) => role !== 'child').map(({ id }) => id);
	const readers = random.shuffled(staff.filter((id) => !world.bad.includes(id))).slice(0, 1 + random.upTo(2));
	await say(play, who, { readers, secret: !random.once(3) });
}
