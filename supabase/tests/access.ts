/** How each row of the tables in supabase/README.md is tried. The story that they stand on is sql/story.sql. */

/** A served function: what is asked. */
export const SERVED: Record<string, string> = {
	check_code: `select public.check_code('x')`,
	my_view: 'select public.my_view()',
	my_older: 'select public.my_older(null, now())',
	my_pictures: `select public.my_pictures(null, '{}')`,
	my_evidence: 'select public.my_evidence(null, current_date, current_date)',
	my_audit: 'select public.my_audit(null, now())',
	apply_calls: `select public.apply_calls(null, '[]')`,
	home_guide: 'select public.home_guide()'
};

export interface TableProbe {
	/** Which row of the story is looked for. */
	row: string;
	/** What follows "insert into" the table; null: there is nothing that anybody could add. */
	add: string | null;
}

const me = 'private.me()';
const robin = `tests.id('robin')`;
const anEvent = (kind: string) => ({
	row: `item_id = tests.id('wish')`,
	add: `(id, item_id, kind) values (gen_random_uuid(), tests.id('wish'), '${kind}')`
});
const anItem = (name: string, add: string) => ({ row: `id = tests.id('${name}')`, add });
const aSessionEvent = (columns: string, values: string) => ({
	row: `session_id = tests.id('session')`,
	add: `(id, session_id, ${columns}) values (gen_random_uuid(), tests.id('session'), ${values})`
});
const aPicture = (colour: string) => ({
	row: `hash = tests.drawn('${colour}') ->> 'picture'`,
	add: `(hash, bytes) select tests.drawn('new') ->> 'picture', decode(tests.picture('new') ->> 'data', 'base64')`
});

const aTablet = (device: string) => ({
	row: `id = tests.id('${device}')`,
	add: `(id, code_hash, device) values (gen_random_uuid(), tests.hash('x'), 'x')`
});
const aSection = (version: string) => ({
	row: `id = tests.id('${version}')`,
	add: `(id, section, lines, review_by) values (gen_random_uuid(), 'day', '[]', current_date)`
});

/** A table: its name, then (after a colon) which of its rows. */
export const TABLES: Record<string, TableProbe> = {
	homes: { row: `id = tests.id('maple')`, add: `(name) values ('x')` },
	'people: Robin': {
		row: `id = ${robin}`,
		add: `(id, home_id, role, name) values (tests.id('x'), tests.id('maple'), 'child', 'x')`
	},
	'people: a worker': {
		row: `id = tests.id('jo')`,
		add: `(id, home_id, role, name) values (tests.id('x'), tests.id('maple'), 'worker', 'x')`
	},
	'logins: Robin’s': {
		row: `device = 'robin'`,
		add: `(account_id, person_id, home_id, device) values (auth.uid(), ${me}, private.my_home(), 'x')`
	},
	'login_approvals: of Robin’s': { row: `by_person = ${robin}`, add: `select id, id, ${me} from app.logins limit 1` },
	'login_stops: of Robin’s': {
		row: `contested_at is null`,
		add: `select gen_random_uuid(), id, id, now() from app.logins limit 1`
	},
	'key_workers: Robin’s': {
		row: `id = tests.id('robin with sam')`,
		add: `(home_id, child_id, worker_id, place) values (private.my_home(), ${robin}, ${me}, 2)`
	},
	'away: Sam': {
		row: `id = tests.id('away')`,
		add: `(home_id, worker_id, cover_id, from_at, until) values (private.my_home(), ${me}, null, now(), 'infinity')`
	},
	'refused_covers: by Robin': {
		row: `child_id = ${robin}`,
		add: `(away_id) values (tests.id('away')) on conflict do nothing`
	},
	'items: a wish': anItem('wish', `(id, kind, words) values (gen_random_uuid(), 'wish', 'x')`),
	'items: a page for a review': anItem(
		'page',
		`(id, kind, words, meeting) values (gen_random_uuid(), 'meeting', '', tests.page())`
	),
	'items: what a child tells of themselves': anItem(
		'told',
		`(id, kind, words, about_me) values (gen_random_uuid(), 'about_me', '', tests.about_me())`
	),
	'items: a topic': anItem('topic', `(id, kind, words) values (gen_random_uuid(), 'topic', 'x')`),
	'items: a complaint about Sam': anItem(
		'complaint',
		`(id, kind, words, about_id) values (gen_random_uuid(), 'complaint', 'x', tests.id('sam'))`
	),
	'items: a note of Robin': anItem(
		'note',
		`(id, kind, child_id, words) values (gen_random_uuid(), 'note', ${robin}, 'x')`
	),
	'item_readers: of the wish': { row: `item_id = tests.id('wish')`, add: `values (tests.id('wish'), tests.id('lou'))` },
	'left_out: of the wish': {
		row: `item_id = tests.id('wish')`,
		add: `(item_id, person_id) values (tests.id('wish'), tests.id('lou'))`
	},
	'shown: of the wish': { row: `item_id = tests.id('wish')`, add: `values (tests.id('wish'), tests.id('lou'))` },
	'item_events: opened': anEvent('opened'),
	'item_events: taken back': anEvent('taken_back'),
	'calls: Robin’s': {
		row: `person_id = ${robin}`,
		add: `(id, seq, name, args_hash) values (gen_random_uuid(), 99, 'x', '')`
	},
	'pictures: Robin’s, on the wish': aPicture('red'),
	'pictures: Jo’s, on a card': aPicture('photo'),
	'cards: Jo’s': {
		row: `person_id = tests.id('jo')`,
		add: `(id, job, things, reach, here) values (gen_random_uuid(), 'x', '[]', 'x', 'x')`
	},
	'sessions: with Robin': {
		row: `id = tests.id('session')`,
		add: `(id, child_id, starts_at) values (gen_random_uuid(), ${robin}, now())`
	},
	'session_events: the child’s': aSessionEvent('kind', `'not_today'`),
	'session_events: the worker’s': aSessionEvent('kind, because', `'cancelled', 'x'`),
	'promises: to Robin': {
		row: `id = tests.id('promise')`,
		add: `(id, child_id, owner_id, words, due) values (gen_random_uuid(), ${robin}, tests.id('jo'), 'x', '2030-01-01')`
	},
	'promise_ends: to Robin': {
		row: `promise_id = tests.id('kept')`,
		add: `(promise_id, kept) values (tests.id('promise'), true)`
	},
	'agreements: with Robin': {
		row: `id = tests.id('agreement')`,
		add: `(id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) values (gen_random_uuid(), ${robin}, 'x', 'x', 'x', 'x')`
	},
	'agreed: with Robin': {
		row: `agreement_id = tests.id('agreement')`,
		add: `(agreement_id) values (tests.id('agreement')) on conflict do nothing`
	},
	'sections: in force': aSection('was'),
	'sections: waiting': aSection('waits'),
	section_approvals: { row: `section_id = tests.id('was')`, add: `(section_id) values (tests.id('waits'))` },
	'unclear: of a page': { row: `page = 'night'`, add: `(page) values ('night')` },
	'audit: of Maple House': {
		row: `home_id = tests.id('maple')`,
		add: `(home_id, person_id, login_id, what) values (private.my_home(), ${me}, private.my_login(), 'x')`
	},
	'invites: of Robin, by Sam': {
		row: `id = tests.id('invite new phone')`,
		add: `(id, person_id, code_hash, device) values (gen_random_uuid(), ${robin}, tests.hash('x'), 'x')`
	},
	'tablets: one that shows the guide': aTablet('tablet'),
	'tablets: a code that waits': aTablet('new tablet'),
	'private.epoch': { row: 'true', add: 'default values' }
};

const about = (item: string, more = `'{}'`) =>
	`jsonb_build_object('id', gen_random_uuid(), 'item', tests.id('${item}')) || ${more}`;
const of = (key: string, who: string, more = `'{}'`) => `jsonb_build_object('${key}', tests.id('${who}')) || ${more}`;
const awayFor = (who: string) =>
	`jsonb_build_object('id', gen_random_uuid(), ${who}'from_at', now(), 'until', now() + interval '1 day', 'cover', null)`;
const added = (role: string) => `jsonb_build_object('id', gen_random_uuid(), 'role', '${role}', 'name', 'New')`;
const planned = `tests.plan('session') - '{child,event}'::text[] || jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('session'))`;

/** A call: its name, then (after a comma) of what. The arguments are the same for everybody. */
export const CALLS: Record<string, string> = {
	send_wish: `tests.draft('new', '{tom}')`,
	send_meeting: `tests.draft('new', '{tom}') || jsonb_build_object('meeting', tests.page())`,
	send_about_me: `tests.draft('new', '{tom}') || jsonb_build_object('about_me', tests.about_me())`,
	put_topic: `tests.draft('new', '{tom}')`,
	complain: `tests.draft('new', '{tom}', about => 'sam')`,
	ask_for_another_key_worker: `tests.draft('new', '{tom}', about => 'sam')`,
	write_note: `tests.draft('new', '{jo}') || jsonb_build_object('child', ${robin})`,
	change_topic: about('topic', `'{"words": "x", "symbol": null}'`),
	order_topics: `jsonb_build_object('items', tests.ids('{planned,topic}'))`,
	take_back: about('wish'),
	let_in: about('wish', of('whom', 'lou')),
	give_too: about('wish', of('whom', 'lou')),
	take_from: about('both', of('whom', 'jo')),
	say_if_it_helped: about('answered', `'{"helped": "no"}'`),
	reopen: about('answered', `'{"words": null}'`),
	disown_item: about('forged'),
	open_item: about('topic'),
	plan_item: about('wish', of('session', 'session')),
	unplan_item: about('planned'),
	answer_item: about('wish', `'{"answer": "no", "because": "x"}'`),
	handle_item: about('complaint', `'{"by_day": "2030-01-01"}'`),
	share_to_keep_safe: about('wish', `tests.raise('{jo}')`),
	plan_session: `tests.plan('new')`,
	change_session: planned,
	cancel_session: `tests.in_session('session', '{"because": "x"}')`,
	pick_how: `tests.in_session('session', '{"how": "talk"}')`,
	ask_other_time: `tests.in_session('session', '{"words": "x"}')`,
	not_today: `tests.in_session('session')`,
	record_session: `tests.in_session('held', tests.record())`,
	tap_session: `tests.in_session('held', '{"mine": "yes", "ended": "good"}')`,
	make_promise: `tests.promise('new')`,
	end_promise: of('promise', 'promise', `'{"kept": true}'`),
	offer_agreement: `tests.agreement('new')`,
	agree: of('agreement', 'agreement'),
	save_card: 'tests.card()',
	put_picture: `tests.picture('new')`,
	set_my_face: `'{"name": "New", "picture": null}'`,
	'set_away, one’s own': awayFor(''),
	'set_away, Jo’s': awayFor(`'worker', tests.id('jo'), `),
	'end_away, Sam’s': of('away', 'away'),
	refuse_cover: of('away', 'away'),
	'add_person, a child': added('child'),
	'add_person, a worker': added('worker'),
	'add_person, a manager': added('manager'),
	'add_person, a responsible individual': added('responsible_individual'),
	'set_at_work, Lou': of('person', 'lou', `'{"at_work": false}'`),
	'set_at_work, Pat': of('person', 'pat', `'{"at_work": false}'`),
	'set_at_work, Morgan': of('person', 'morgan', `'{"at_work": false}'`),
	'person_left, Robin': of('person', 'robin'),
	'person_left, Lou': of('person', 'lou'),
	'person_left, Pat': of('person', 'pat'),
	'person_left, Morgan': of('person', 'morgan'),
	set_key_worker: `jsonb_build_object('id', gen_random_uuid(), 'child', ${robin}, 'worker', tests.id('lou'), 'place', 1, 'because', 'x')`,
	end_key_worker: of('key_worker', 'robin with sam', `'{"because": "x"}'`),
	'invite, Robin': `tests.invite('robin', 'new')`,
	'invite, Lou': `tests.invite('lou', 'new')`,
	'invite, Pat': `tests.invite('pat', 'new')`,
	'invite, Morgan': `tests.invite('morgan', 'new')`,
	end_code: of('invite', 'invite new phone'),
	'approve_device, Robin’s': `tests.login('watch')`,
	'approve_device, Lou’s': `tests.login('lou')`,
	'cut_off_device, Robin’s newer': `tests.login('phone')`,
	'cut_off_device, Lou’s': `tests.login('lou')`,
	'cut_off_device, Pat’s': `tests.login('pat')`,
	'cut_off_device, Morgan’s': `tests.login('morgan')`,
	keep_device: `'{}'`,
	invite_tablet: `tests.tablet('another tablet')`,
	cut_off_tablet: of('tablet', 'tablet'),
	set_home: 'tests.home()',
	publish_section: `tests.section('new', 'fire')`,
	approve_section: of('version', 'waits'),
	mark_unclear: `jsonb_build_object('id', gen_random_uuid(), 'page', 'night', 'version', null)`
};
