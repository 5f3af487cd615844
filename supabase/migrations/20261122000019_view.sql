-- All reads: one document of everything that I may see (src/lib/domain/view.ts). It runs as the caller and filters
-- nothing itself: what RLS shows is what there is. The version is a fingerprint of the document, so a clock that moves
-- (cover, hand-on) changes it with no write, and something that I may not see can never change it.

create function private.hours(i interval) returns int language sql immutable set search_path = '' as
	$$ select round(extract(epoch from i) / 3600)::int $$;

-- Items with their readers and events: the open ones and those closed after a day, or (older) a page of those before.
create function private.items_json(closed_after timestamptz, closed_before timestamptz, page int) returns json
language plpgsql stable set search_path = '' set jit = off as $$
declare
	login uuid := private.my_login();
	child boolean := private.my_role() = 'child';
	whole boolean := child and private.is_whole(); -- others see a topic's place among those that they see
begin
	return (select coalesce(json_agg(t order by t.sent_at, t.id), '[]') from (
		select i.id, i.kind, i.child_id, i.author_id, i.symbol, i.words, i.picture, i.about_id, i.may_move,
			private.hours(i.unread_within) as unread_hours, private.hours(i.answer_within) as answer_hours,
			case when whole or i.place is null then i.place else row_number() over (partition by i.child_id, i.closed_at is null
				order by i.place, i.sent_at, i.id) end as place, i.planned_in, i.sent_at, i.asked_at, i.opened_at, i.answered_at, i.taken_back_at, i.closed_at,
			d.doubt, child and i.author_id = i.child_id and i.login_id is distinct from login as elsewhere, to_json(a.picked) as picked, case when a.item_id is not null then coalesce(l.left_out, '[]') end as left_out, to_json(a.shown) as shown,
			coalesce(r.readers, '[]') as readers, coalesce(e.events, '[]') as events
		from app.items i
		left join private.doubts() d on d.login_id = i.login_id
		left join (select item_id, json_agg(json_build_object('person_id', person_id, 'why', why, 'words', words,
				'from_at', from_at, 'until', until) order by from_at, person_id, why, until) as readers
			from private.readers_of() group by item_id) r on r.item_id = i.id
		left join private.addressed() a on a.item_id = i.id
		left join (select x.item_id, json_agg(case x.kind
				when 'answered' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'answer', answer,
					'because', because, 'by_day', by_day, 'asked_whom', asked_whom, 'asked_on', asked_on)
				when 'planned' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'session_id', session_id)
				when 'helped' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'helped', helped)
				when 'reopened' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'words', words)
				when 'changed' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'words', words, 'symbol', symbol)
				when 'handled' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'by_day', by_day)
				when 'let_in' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'whom', whom)
				when 'given' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'whom', whom)
				when 'taken_from' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'whom', whom)
				when 'raised' then json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind, 'with_ids', with_ids,
					'because', because, 'told_child', told_child, 'hidden', hidden)
				else json_build_object('id', x.id, 'person_id', person_id, 'at', at, 'kind', kind) end order by at, x.id) as events
			from app.item_events x group by x.item_id) e on e.item_id = i.id
		left join (select item_id, json_agg(person_id order by person_id) as left_out
			from app.left_out group by item_id) l on l.item_id = i.id
		where (closed_after is not null and (i.closed_at is null or i.closed_at > closed_after)) or i.closed_at < closed_before
		order by i.closed_at desc nulls first, i.sent_at, i.id limit page) t); -- what is open comes first, and of that the oldest
end $$;

create function private.sessions_json() returns json language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(json_agg(t order by t.starts_at, t.id), '[]') from (
		select s.id, s.child_id, s.with_id, s.starts_at, s.state, coalesce(e.events, '[]') as events
		from app.sessions s
		left join (select session_id, json_agg(case kind
				when 'planned' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'starts_at', starts_at, 'place', place, 'how', how, 'purpose', purpose)
				when 'changed' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'starts_at', starts_at, 'place', place, 'how', how, 'purpose', purpose)
				when 'cancelled' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'because', because)
				when 'how_picked' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'how', how, 'doubt', doubt)
				when 'other_time_asked' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'words', words, 'doubt', doubt)
				when 'not_today' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'doubt', doubt)
				when 'recorded' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'talked', talked, 'came', came, 'went', went, 'good', good)
				when 'tapped' then json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind, 'mine', mine, 'ended', ended, 'doubt', doubt)
				else json_build_object('id', id, 'person_id', person_id, 'at', at, 'kind', kind) end order by at, id) as events
			from app.session_events left join private.doubts() d using (login_id) group by session_id) e on e.session_id = s.id
		where s.starts_at > now() - interval '90 days') t);
end $$;

create function private.people_json() returns json language plpgsql stable set search_path = '' as $$
begin
	return (select json_agg(t order by t.id) from (select id, role, name, picture, id = any ((select private.joined())::uuid[]) as joined,
		coalesce(r.by_all, '[]') as reached_by, not_at_work_since is null as at_work, left_at
		from app.people left join private.reached() r on r.person_id = id) t);
end $$;
-- Adults who might be the ones that hold every sign-in of somebody: what leaves such an adult out does not reach that person yet.
create function private.reached() returns table (person_id uuid, by_all json) language plpgsql stable security definer set search_path = '' as $$
begin
	return query select p.id, (select json_agg(a.id order by a.id) from app.people a
			where not exists (select from app.logins l where l.person_id = p.id and l.own and l.cut_off_at is null and a.id <> all (l.reached_by))
				and a.home_id = p.home_id and a.role <> 'child' and a.id <> p.id
				and exists (select from app.logins l where l.person_id = p.id and l.own and l.cut_off_at is null))
		from app.people p where p.home_id = (select private.my_home()) and p.role <> 'child';
end $$;
-- Somebody shared a child's thing to keep safe with an adult whom the child had left out. That is allowed at once, and never unseen:
-- who is above all of them is told by whom, with whom, whether behind the child's back, and why; not what the child said.
create function private.oversees() returns setof uuid language plpgsql stable security definer set search_path = '' as $$
declare
	mine app.role := private.my_role();
begin
	if mine not in ('manager', 'responsible_individual') or not private.is_own() then return; end if;
	return query select e.id from app.item_events e join app.items i on i.id = e.item_id
		where e.kind = 'raised' and i.home_id = (select private.my_home())
			and exists (select from app.left_out l where l.item_id = e.item_id and l.person_id = any (e.with_ids))
			and private.may_oversee((select private.me()), e) and (mine = 'responsible_individual' or not exists (
				select from app.people p where p.home_id = i.home_id and p.role = 'responsible_individual' and p.left_at is null
					and p.id = any ((select private.joined())::uuid[]) and private.may_oversee(p.id, e)));
end $$;
create function private.may_oversee(person uuid, e app.item_events) returns boolean language sql stable set search_path = '' as $$
	select person <> all (e.with_ids) and person is distinct from e.person_id and person is distinct from e.worry_about
		and not exists (select from app.left_out l where l.item_id = e.item_id and l.person_id = person)
		and not exists (select from app.items i where i.id = e.item_id and i.about_id = person)
$$;
create function private.oversight_json() returns json language plpgsql stable security definer set search_path = '' as $$
begin
	return (select coalesce(json_agg(t order by t.at, t.id), '[]') from (
		select e.id, e.at, i.child_id, e.person_id, e.with_ids, e.hidden, e.because from app.item_events e join app.items i on i.id = e.item_id
		where e.id in (select private.oversees()) and e.at > now() - interval '90 days') t);
end $$;
-- Of my own logins I am told only what this one, or one that vouched for it, has approved: two false ones may approve each other.
create function private.devices_json() returns json language plpgsql stable set search_path = '' as $$
declare
	me uuid := private.me();
	mine uuid[] := private.vouched();
begin
	return (select coalesce(json_agg(t order by t.made_at, t.id), '[]') from (
		select l.id, l.person_id, l.device, l.made_at, l.invited_by, l.cut_off_at,
			l.invited_by_login, l.own, l.reached_by, l.disowned_at,
			case when l.whole then l.made_at else (select min(a.at) from app.login_approvals a where a.login_id = l.id and a.by_person = l.person_id
				and (l.person_id <> me or a.by_login = any (mine))) end as approved_at,
			coalesce((select json_agg(distinct a.by_person order by a.by_person) from app.login_approvals a
				where a.login_id = l.id and a.by_person <> l.person_id), '[]') as approved_by,
			(select json_build_object('by', s.by_login, 'at', s.at, 'contested_at', s.contested_at) from app.login_stops s
				where s.login_id = l.id and s.ended_at is null) as stop
		from app.logins l) t);
end $$;
grant execute on function private.hours, private.items_json, private.sessions_json, private.people_json, private.devices_json,
	private.reached, private.oversight_json to authenticated;
