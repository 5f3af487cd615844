/** Who asks for the whole view: a child with 500 items, their key worker who reads the same ones, the home's manager who reads none. */
export const WHO: Record<string, string> = { child: 'h0p1', worker: 'h0p6', manager: 'h0p9' };

const id = (what: string) => `bench.id('${what}')`;

/** The items that they may read, by explicit filters. */
const ITEMS: Record<string, (who: string) => string> = {
	child: (who) => `select * from app.items where child_id = ${id(who)}`,
	worker: (who) =>
		`select i.* from app.item_readers r join app.items i on i.id = r.item_id where r.reader_id = ${id(who)}`,
	manager: (who) =>
		`select * from app.items where id in (select item_id from private.readings(array(select id from app.items where home_id = ${id('h0')}), array[${id(who)}]) where words and from_at <= now() and now() < until)`
};

/** The same document as my_view's, for the owner: explicit filters, no policy. The readers come from the rule, item by item. */
export const VIEW_OF = (
	role: string,
	who: string
): string => `with mine as materialized (${ITEMS[role]!(who)}), ids as materialized (select array_agg(id) a from mine)
	select md5(v::text), v from (select json_build_object(
		'people', (select json_agg(t order by t.id) from (select id, role, name, picture, left_at from app.people where home_id = ${id('h0')}) t),
		'sessions', (select json_agg(t order by t.starts_at, t.id) from (
			select s.*, (select json_agg(json_build_object('id', e.id, 'person_id', e.person_id, 'at', e.at, 'kind', e.kind, 'talked', e.talked, 'came', e.came, 'went', e.went, 'good', e.good) order by e.at)
				from app.session_events e where e.session_id = s.id) as events
			from app.sessions s where s.child_id = ${id('h0p1')} and s.starts_at > now() - interval '90 days') t),
		'items', (select json_agg(t order by t.sent_at, t.id) from (
			select i.id, i.kind, i.child_id, i.author_id, i.symbol, i.words, i.picture, i.about_id, i.may_move, i.place, i.planned_in, i.sent_at, i.asked_at, i.opened_at,
				i.answered_at, i.taken_back_at, i.closed_at, p.picked, s.shown, l.left_out, r.readers, e.events
			from mine i
			left join (select item_id, json_agg(reader_id order by reader_id) as picked from app.item_readers where item_id = any ((select a from ids)::uuid[]) group by item_id) p on p.item_id = i.id
			left join (select item_id, json_agg(person_id order by person_id) as shown from app.shown where item_id = any ((select a from ids)::uuid[]) group by item_id) s on s.item_id = i.id
			left join (select item_id, json_agg(person_id order by person_id) as left_out from app.left_out where item_id = any ((select a from ids)::uuid[]) group by item_id) l on l.item_id = i.id
			left join (select item_id, json_agg(json_build_object('person_id', person_id, 'why', why, 'words', words, 'from_at', from_at, 'until', until)
				order by from_at, person_id, why) as readers from (select id from mine) m cross join lateral
				(select * from private.readings(array[m.id]) x where x.until > now() offset 0) x group by item_id) r on r.item_id = i.id
			left join (select item_id, json_agg(json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'answer', answer, 'because', because, 'by_day', by_day)
				order by at, id) as events from app.item_events where item_id = any ((select a from ids)::uuid[]) group by item_id) e on e.item_id = i.id) t)) as v) x`;

/** A table, and who reads all that the policies leave of it. */
export const READS: Record<string, string> = {
	homes: 'h0p1',
	people: 'h0p1',
	logins: 'h0p9',
	login_approvals: 'h0p1',
	key_workers: 'h0p6',
	away: 'h0p1',
	refused_covers: 'h0p6',
	items: 'h0p1',
	item_events: 'h0p1',
	left_out: 'h0p1',
	calls: 'h0p1',
	pictures: 'h0p6',
	cards: 'h0p1',
	sessions: 'h0p1',
	session_events: 'h0p1',
	promises: 'h0p1',
	promise_ends: 'h0p1',
	agreements: 'h0p1',
	agreed: 'h0p1',
	audit: 'h0p9',
	invites: 'h0p9'
};

const OWN: Record<string, (who: string) => string> = {
	homes: () => `id = ${id('h0')}`,
	people: (who) => `home_id = ${id('h0')} and (role <> 'child' or id = ${id(who)})`,
	logins: () => `home_id = ${id('h0')}`,
	login_approvals: (who) => `login_id in (select id from app.logins where person_id = ${id(who)})`,
	refused_covers: () => `away_id in (select id from app.away where home_id = ${id('h0')})`,
	items: (who) => `child_id = ${id(who)}`,
	item_events: (who) => `item_id = any (array(select id from app.items where child_id = ${id(who)}))`,
	left_out: (who) => `item_id = any (array(select id from app.items where author_id = ${id(who)}))`,
	calls: (who) => `login_id = ${id('login ' + who)}`,
	pictures: () =>
		`home_id = ${id('h0')} and (made_by, hash) in (select person_id, picture from app.cards where home_id = ${id('h0')})`,
	sessions: (who) => `child_id = ${id(who)}`,
	session_events: (who) => `session_id in (select id from app.sessions where child_id = ${id(who)})`,
	promises: (who) => `child_id = ${id(who)}`,
	promise_ends: (who) => `promise_id in (select id from app.promises where child_id = ${id(who)})`,
	agreements: (who) => `child_id = ${id(who)}`,
	agreed: (who) => `agreement_id in (select id from app.agreements where child_id = ${id(who)})`
};

/** The same rows for the owner, by explicit filters. */
export const PLAIN = (table: string, who: string): string =>
	`select ${table === 'invites' || table === 'key_workers' ? 'id' : '*'} from app.${table} where ${OWN[table]?.(who) ?? `home_id = ${id('h0')}`}`;
