import type { Database } from '../../server/database/database.ts';
import type { Mutant } from './catalogue.ts';

/** What no rule finds: a number, a word of a list, a step that is left out. Each is the thing, what stands there, and what instead. */
const CHANGES: Change[] = [
	['function private.readings', `r.why in ('author', 'raised') or not exists`, `r.why in ('author') or not exists`],
	['function private.readings', `r.why in ('author', 'raised') or not exists`, `r.why in ('raised') or not exists`],
	['function private.readings', `r.why in ('author', 'raised') or (r.why`, `r.why in ('author') or (r.why`],
	['function private.readings', `r.why in ('author', 'raised') or exists`, `r.why in ('author') or exists`],
	[
		'function private.stand_ins',
		`least(a.until, p.left_at, p.not_at_work_since, h.left_at)`,
		`least(a.until, p.not_at_work_since, h.left_at)`
	],
	[
		'function private.stand_ins',
		`least(a.until, p.left_at, p.not_at_work_since, h.left_at)`,
		`least(a.until, p.left_at, h.left_at)`
	],
	[
		'function private.stand_ins',
		`least(a.until, p.left_at, p.not_at_work_since, h.left_at)`,
		`least(a.until, p.left_at, p.not_at_work_since)`
	],
	[
		'function private.stand_ins',
		`least('infinity'::timestamptz, p.left_at, p.not_at_work_since)`,
		`least('infinity'::timestamptz, p.not_at_work_since)`
	],
	[
		'function private.stand_ins',
		`least('infinity'::timestamptz, p.left_at, p.not_at_work_since)`,
		`least('infinity'::timestamptz, p.left_at)`
	],
	['function private.holds', `least(k.until, s.until)`, `s.until`],
	['function private.stand_ins', 'select a.cover_id, a.worker_id', 'select a.worker_id, a.worker_id'],
	['function private.moving', `g.gone, 1 + n.steps)`, `g.gone, 1)`],
	['function private.moving', `k.are_next and p.child_id = i.child_id`, `p.child_id = i.child_id`],
	['function private.shown_items', `private.seal_of(shown)`, `current_setting('sayso.shown_seal', true)`],
	['function private.seal_of', `e.secret, private.my_login()`, `e.secret, 'login'`],
	['function private.seal_of', `now(), items`, `'now', items`],
	['function private.moves_at', '(asked + ((step)::double precision * answer))', '(asked + answer)'],
	['function private.moves_at', 'THEN (asked + ((step)::double precision * unread))', 'THEN (asked + unread)'],
	[
		'function private.moves_at',
		'(opened > (asked + ((step)::double precision * unread)))',
		'(opened > (asked + unread))'
	],
	[
		'function private.moves_at',
		'(GREATEST(gone, asked) + (((step - 1))::double precision * answer))',
		'GREATEST(gone, asked)'
	],
	[
		'function private.moves_at',
		'(GREATEST(gone, asked) + (((step - 1))::double precision * answer))',
		'null::timestamptz'
	],
	['function private.moves_at', 'GREATEST(gone, asked)', 'gone'],
	['function private.prepare_item', '(select unread_within from', `(select '1 year'::interval from`],
	['function private.prepare_item', 'then complaint_within', `then '1 year'::interval`],
	['function private.prepare_item', 'else answer_within', `else '1 year'::interval`],
	['function private.follow_item_event', 'array_append(new.with_ids, new.person_id)', 'new.with_ids'],
	['function private.follow_item_event', 'new.words := was.words;', ''],
	['function private.follow_item_event', 'new.symbol := was.symbol;', ''],
	['function private.follow_item_event', 'else new.hidden := false;', 'else null;'],
	['function private.happens', 'opened_at = coalesce(opened_at, e.at), closed_at', 'closed_at'],
	['function private.happens', 'answered_at = null, opened_at = null', 'answered_at = null'],
	['function private.happens', 'set asked_at = e.at, ', 'set '],
	[
		'function private.happens',
		'place = null where id = e.item_id and taken_back_at is null and kind',
		'place = place where id = e.item_id and taken_back_at is null and kind'
	],
	['function private.follow_session_event', 'closed_at = new.at, place = null', 'closed_at = new.at'],
	['function private.use_code', `new.raw_user_meta_data - 'invite_code'`, 'new.raw_user_meta_data'],
	['function private.forget_code', `new.identity_data - 'invite_code'`, 'new.identity_data'],
	['function private.in_force_at', 's.at desc', 's.at'],
	['function private.unclear_json', `current_date - 90`, `current_date - 900`],
	['function private.told_before', `- interval '3 hours'`, ''],
	['function private.unclear_json', 'private.told_before(now())', `'infinity'::date`],
	['function private.unclear_json', 'count(*)::int', '1'],
	['function private.tablets_json', `interval '30 days'`, `interval '300 days'`],
	['function private.cut_off_tablet', `perform private.note_down('cut_off_tablet', tablet);`, ''],
	['function private.guide_of_tablet', `'version', md5(guide::text)`, `'version', 'x'`],
	['function private.guide_of_tablet', `'lines', s.lines, 'at'`, `'lines', s.lines, 'author_id', s.author_id, 'at'`],
	['function private.sections_json', 's.age <= 3', 's.age <= 300'],
	['function private.sections_json', 's.age <= 3', 's.age <= 1'],
	['function private.sections_json', 'order by at desc', 'order by at'],
	['function private.sections_to_approve', 's.at desc', 's.at'],
	['function private.are_lines', '<= 100', '<= 1000'],
	['function private.are_lines', '<= 300', '<= 3000'],
	['function private.look_at_code', 'then c.brings end', `then 'staff' end`],
	['function private.use_code', 'used_by = new.id, used_at = now() where i', 'used_by = new.id where i'],
	['function private.use_code', 'used_by = new.id, used_at = now() where t', 'used_by = new.id where t'],
	['function calls.mark_unclear', `(args ->> 'version')::uuid);\nend`, `null);\nend`],
	['function public.apply_calls', '> 50', '> 500'],
	...['25', '40', '53', '55', '57', '58', 'XX'].map((code): [string, string, string] => [
		'function public.apply_calls',
		`'${code}'`,
		`'zz'`
	]),
	['function private.apply_call', `coalesce(call -> 'args', '{}')::text, 'utf8'`, `'', 'utf8'`],
	['function private.apply_call', `(call ->> 'name') || coalesce`, 'coalesce'],
	['function private.apply_call', 'select 1 + coalesce(max(seq), 0)', 'select 1 + count(*)'],
	['function private.kept_call', 'else 0 end', 'else c.seq end'],
	['function private.act_as', `coalesce(person::text, '')`, `''`],
	['function private.order_topics', 'set place = o.place', 'set place = i.place'],
	['function public.my_pictures', 'hashes[1:20]', 'hashes'],
	['function public.my_older', 'before, 50', 'before, 500'],
	['function public.my_older', 'json(null, before, 50, of_kind', 'json(null, before, 50, null'],
	['function public.my_older', 'items(null, before, 50, of_kind', 'items(null, before, 50, null'],
	['function public.my_view', `interval '90 days', null`, `interval '900 days', null`],
	['function private.most_items', '2000', '3000'],
	['function private.invites_json', `interval '30 days'`, `interval '300 days'`],
	[
		'function private.items_json',
		'order by i.closed_at desc nulls first, i.sent_at, i.id limit page',
		'order by i.closed_at, i.sent_at, i.id limit page'
	],
	['function private.set_home', `perform private.note_down('set_home', private.my_home());`, ''],
	['function private.set_key_worker', `perform private.note_down('set_key_worker', id, because);`, ''],
	['function private.end_key_worker', `perform private.note_down('end_key_worker', key_worker, because);`, ''],
	['function private.cut_off_device', `perform private.note_down('cut_off_device', login);`, ''],
	['function private.approve_device', `perform private.note_down('approve_device', login);`, ''],
	['function private.add_person', `perform private.note_down('add_person', id);`, ''],
	['function private.person_left', `perform private.note_down('person_left', person);`, ''],
	['function private.set_my_face', 'private.shown_name(set_my_face.name)', 'btrim(set_my_face.name)'],
	['function private.name_form', "'rn', 'm'", "'rn', 'rn'"],
	['function private.name_form', ', NFKD)', ', NFC)'],
	['function private.number_to_ring', '0[0-9]{7,10}', '0[0-9]{7,14}'],
	[
		'function private.with_numbers',
		"jsonb_set(line, '{number}', to_jsonb(private.number_to_ring(line ->> 'number')))",
		'line'
	]
];

/** What needs two at once, or the tables of hosted Supabase, to be noticed: the test that does. */
export const HELD_ELSEWHERE: Record<string, string> = {
	'private.use_code(): t.cut_off_at is null -> true': 'races.test.ts',
	"private.seal_of: now(), items => 'now', items": 'races.test.ts',
	"private.forget_code: new.identity_data - 'invite_code' => new.identity_data": 'contract/hosted.test.ts'
};

/** A grant of the columns that a device must not read, which by the table alone is not seen. */
const COLUMNS = [
	'select (code_hash) on app.invites',
	'select (used_by) on app.invites',
	'select (code_hash) on app.tablets',
	'select (used_by) on app.tablets',
	'select (because) on app.key_workers'
];

/** What nobody needs, and a linter would find. */
const NEEDLESS: Mutant[] = [
	{
		what: 'a policy on app.homes that asks for each row',
		sql: `create policy mutant on app.homes for insert to authenticated with check (id = auth.uid())`
	},
	{
		what: 'a policy on app.homes that asks nothing',
		sql: `create policy mutant on app.homes for insert to authenticated with check (true)`
	},
	{ what: 'a second index on app.items', sql: 'create index on app.items (child_id, closed_at)' },
	{
		what: 'a table that nobody may read',
		sql: 'create table app.mutant (id int primary key); alter table app.mutant enable row level security'
	},
	{ what: 'a column that no upgrade carries over', sql: 'alter table app.homes add column mutant regclass' },
	{
		what: 'an account known by something else than its id',
		sql: "alter table auth.users add unique (id); alter table app.homes add column mutant uuid; alter table app.homes add constraint mutant foreign key (mutant) references auth.users (id); update pg_constraint set conindid = (select max(indexrelid) from pg_index where indrelid = 'auth.users'::regclass and not indisprimary) where conname = 'mutant'"
	},
	{ what: 'an extension where it would be served', sql: 'create extension pgcrypto schema public' },
	{
		what: 'a table to which a sign-in may add that is not its person',
		sql: 'drop policy cards_insert_only_as_oneself on app.cards'
	}
];

export async function byHand(database: Database): Promise<Mutant[]> {
	const columns = COLUMNS.map((grant) => ({ what: `${grant} granted`, sql: `grant ${grant} to authenticated` }));
	const changes = await Promise.all(CHANGES.map((change) => changed(database, change)));
	return [...columns, ...NEEDLESS, ...changes];
}

/** A thing, what stands there, and what instead. */
export type Change = [thing: string, from: string, to: string];

/**
 * What would make a view, a function or a policy ("policy NAME on TABLE") say something else in one place. Fails where it does not
 * say it now.
 */
export async function changed(database: Database, [thing, from, to]: Change): Promise<Mutant> {
	const { asks, makes } = partOf(thing);
	const text = String((await database.query(`select ${asks} as text`))[0]?.['text']);
	const place = however(from);
	if (!place.test(text)) throw new Error(`${thing} has no ${from}`);
	const sql = makes(text.replaceAll(place, () => to));
	return { what: `${thing.split(' ')[1]}: ${from.slice(0, 60)} => ${to.slice(0, 40) || 'nothing'}`, sql };
}

/** Words of SQL, however they are laid out in lines. */
function however(words: string): RegExp {
	const parts = words.split(/(?<=[([])|(?=[)\]])/).map((part) => part.split(/\s+/).map((word) => RegExp.escape(word)));
	return new RegExp(parts.map((part) => part.join('\\s+')).join('\\s*'), 'g');
}

/** How to ask what it says, and how to make it say something else. */
function partOf(thing: string): { asks: string; makes: (text: string) => string } {
	const [kind, name, , table] = thing.split(' ');
	if (kind === 'function') return { asks: `pg_get_functiondef('${name}'::regproc)`, makes: (text) => text };
	if (kind === 'view')
		return {
			asks: `pg_get_viewdef('${name}'::regclass)`,
			makes: (text) => `create or replace view ${name} as ${text}`
		};
	return {
		asks: `(select pg_get_expr(polqual, polrelid) from pg_policy where polname = '${name}' and polrelid = '${table}'::regclass)`,
		makes: (text) => `alter policy ${name} on ${table} using (${text})`
	};
}
