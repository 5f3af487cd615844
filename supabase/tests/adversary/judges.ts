import { as } from '../differential/requests.ts';
import type { Held } from './home.ts';
import { honest, isBad, sendOne, type Play } from './play.ts';
import { say } from './saying.ts';

/** All that a login can get out of the served functions, as text: also pictures, by any way that it may know their hashes. */
const EVERYTHING = [
	`(public.my_view($1, null, 1))::jsonb - 'now'`,
	`public.my_older($1, now() + interval '1 day')`,
	'public.my_pictures($1, $2::text[])',
	`public.my_evidence($1, current_date - 365, current_date)::jsonb - 'at'`,
	`public.my_audit($1, now() + interval '1 day')`
];

/** "not yours": what is only for whoever leads the home, or only for a login that is surely its person's. */
async function seenBy({ db, told }: Play, who: Held): Promise<string> {
	const pictures = told.secrets.flatMap(({ picture, recording }) => [picture ?? [], recording ?? []].flat()).slice(-20);
	const seen: unknown[] = [];
	for (const what of EVERYTHING) {
		const asked = what.includes('$2') ? [who.id, `{${pictures.join(',')}}`] : [who.id];
		const rows = await as(db, who, (sql) => sql.query(`select ${what} as told`, asked)).catch((problem: unknown) => {
			const said = /nobody|not yours/.exec(String(problem));
			if (said) return [{ told: said[0] }];
			throw problem;
		});
		seen.push(rows[0]?.['told']);
	}
	return JSON.stringify(seen);
}

/** The logins that a bad adult holds, in whoever's name. */
export const badLogins = ({ world }: Play): Held[] => world.logins.filter((one) => isBad(world, one));

/** No login of the bad adult's holds a word or an id of what leaves them out. */
export async function holdsNothing(play: Play): Promise<string[]> {
	const found: string[] = [];
	const shared = await sharedToKeepSafe(play);
	for (const who of badLogins(play)) {
		const seen = await seenBy(play, who);
		for (const { id, word, picture, recording } of play.told.secrets.filter((one) => !shared.includes(one.id)))
			if ([id, word, picture, recording].some((one) => one !== null && seen.includes(one)))
				found.push(`reads: ${describe(play, who)} holds ${word}`);
	}
	return found;
}

/** What an honest adult shared with the bad one to keep safe: that is allowed, and told (law 9). */
async function sharedToKeepSafe({ db, world }: Play): Promise<string[]> {
	const bad = `{${world.bad.join(',')}}`;
	const rows = await db.query(`select item_id from app.item_events where kind = 'raised' and with_ids && $1::uuid[]`, [
		bad
	]);
	return rows.map(({ item_id }) => String(item_id));
}

/** Nor a count: when a child says one more such thing, and it is opened, worried about, and answered, nothing of theirs changes. */
export async function countsNothing(play: Play): Promise<string[]> {
	const children = honest(play, ({ role }) => role === 'child');
	if (children.length === 0) return [];
	const who = play.random.pick(children);
	const bad = badLogins(play);
	const before = new Map<Held, string>();
	for (const one of bad) before.set(one, await seenBy(play, one));
	const readers = play.world.people
		.filter(({ id, role }) => role !== 'child' && !play.world.bad.includes(id))
		.map(({ id }) => id);
	const known = play.told.secrets.length;
	await say(play, who, { readers: play.random.shuffled(readers).slice(0, 2), secret: true });
	const said = play.told.secrets[known];
	if (!said) return [];
	for (const adult of honest(play, ({ role }) => role !== 'child')) {
		await sendOne(play, adult, 'open_item', { id: play.random.id(), item: said.id });
		const worry = {
			with: readers.slice(0, 1),
			worry_about: play.random.pick(play.world.bad),
			because: 'x',
			told_child: false,
			hidden: true
		};
		await sendOne(play, adult, 'share_to_keep_safe', { id: play.random.id(), item: said.id, ...worry });
	}
	const found: string[] = [];
	for (const one of bad)
		if ((await seenBy(play, one)) !== before.get(one))
			found.push(`counts: ${describe(play, one)} changed when ${said.word} was said`);
	return found;
}

/**
 * Nobody speaks or decides as somebody else who has joined. (Where the bad adult was the first to join in a name, nobody can tell that
 * login from the person's own until the person says so: SECURITY.md.)
 */
export async function speaksForNobody(play: Play): Promise<string[]> {
	const found: string[] = [];
	for (const who of badLogins(play).filter(({ id, holder }) => id !== holder)) {
		const first = play.world.logins.find(({ id }) => id === who.id);
		if (!first || isBad(play.world, first)) continue;
		const [row] = await play.db.query(
			`select l.own, (select count(*)::int from app.calls c where c.login_id = l.id) as calls,
				(select count(*)::int from app.agreed where login_id = l.id) + (select count(*)::int from app.session_events where login_id = l.id and kind = 'tapped')
					+ (select count(*)::int from app.item_events e join app.items i on i.id = e.item_id and i.login_id = l.id where e.kind = 'let_in') as decided
			from app.logins l where l.id = $1`,
			[who.login]
		);
		const isChild = who.role === 'child';
		if (!isChild && Number(row?.['calls']) > 0)
			found.push(`speaks: ${describe(play, who)} made ${row?.['calls']} calls`);
		if (Number(row?.['decided']) > 0) found.push(`decides: ${describe(play, who)}`);
		if (row?.['own'] === true) found.push(`is taken for its person: ${describe(play, who)}`);
	}
	return found;
}

/** The child gets the drawer back: by saying so, by a new code of somebody honest, and by two honest adults' yes. */
export async function childComesBack(play: Play): Promise<{ problem: string | null; tried: boolean }> {
	const children = honest(play, ({ role }) => role === 'child');
	const nothing = { problem: null, tried: false };
	for (const who of children) {
		const [row] = await play.db.query(
			`select l.cut_off_at is null and p.left_at is null as works, l.frozen from app.logins l
			join app.people p on p.id = l.person_id where l.id = $1`,
			[who.login]
		);
		if (await cutOffByAFalseOne(play, who))
			return { problem: `lost: ${describe(play, who)} was cut off by a false device`, tried: true };
		if (row?.['works'] !== true || row['frozen'] !== true) continue;
		await sendOne(play, who, 'keep_device', {});
		for (const adult of honest(play, ({ role }) => role !== 'child'))
			await sendOne(play, adult, 'approve_device', { login: who.login });
		for (const other of play.world.logins.filter(
			({ id, login, holder }) => id === who.id && login !== who.login && holder === who.id
		)) {
			await sendOne(play, other, 'approve_device', { login: who.login });
		}
		const [after] = await play.db.query(
			`select l.frozen, (select count(distinct x.person_id)::int from private.good_approvals g join app.logins x on x.id = g.by_login
				where g.login_id = l.id and not g.by_self and not (private.hands(l.id) && (g.reached_by || g.by_person))) as adults,
			exists (select from app.login_stops s join app.logins y on y.id = case s.login_id when l.id then s.by_login else s.login_id end
				where l.id in (s.login_id, s.by_login) and s.ended_at is null and y.person_id = l.person_id) as disputed
			from app.logins l where l.id = $1`,
			[who.login]
		);
		if (after?.['frozen'] === true && Number(after['adults']) >= 2 && !(await sharedHands(play, who)))
			return { problem: `lost: ${describe(play, who)} stays shut out`, tried: true };
		if (after?.['frozen'] !== true) return { problem: null, tried: true };
	}
	return nothing;
}

/** Whoever was the last to press it is the one who cut it off: after that nobody can. */
async function cutOffByAFalseOne({ db, world }: Play, who: Held): Promise<boolean> {
	const [last] = await db.query(
		`select a.login_id, a.person_id = l.person_id as as_oneself from app.audit a join app.logins l on l.id = a.subject_id
		where l.id = $1 and l.cut_off_at is not null and l.disowned_at is null and a.what = 'cut_off_device' order by a.at desc limit 1`,
		[who.login]
	);
	return (
		last?.['as_oneself'] === true && world.logins.some((one) => one.login === last['login_id'] && isBad(world, one))
	);
}

/** Whether the adults who said yes since then might be one and the same, or made the other device: then it takes others. */
async function sharedHands(play: Play, who: Held): Promise<boolean> {
	const [row] = await play.db.query(
		`select not exists (select from app.login_stops s where $1 in (s.login_id, s.by_login) and s.ended_at is null
			and private.two_adults($1, private.hands(s.login_id) || private.hands(s.by_login), s.contested_at)) as shared`,
		[who.login]
	);
	return row?.['shared'] === true;
}

function describe({ world }: Play, { id, role, login, holder }: Held): string {
	const bad = world.people.find((one) => one.id === holder)?.role;
	return `a ${bad}, as ${id === holder ? 'oneself' : `another ${role}`} (login ${login.slice(0, 8)})`;
}
