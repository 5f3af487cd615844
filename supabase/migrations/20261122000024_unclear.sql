-- "I don't get this": a mark on a page of the guide, so that the home writes it more simply or talks it through. It holds a
-- page and a day: no words, and nobody's name. So it is no item and has no readers to pick: the screen says before the press
-- that adults here see it. Whether a page may be marked at all is told beside the page (`talk` in src/content/england).

create table app.unclear (
	id uuid primary key default gen_random_uuid(), -- its own: neither the call's id nor anything in its arguments leads to it
	home_id uuid not null default private.my_home() references app.homes,
	page text not null,
	version uuid references app.sections, -- of what the home wrote itself. A newer one has no marks.
	day date not null default (now() at time zone 'UTC')::date, -- not the hour: who was at the tablet then is easily known
	constraint bad_page check (case when version is null then page in ('guide', 'review', 'held', 'missing', 'night', 'hard-day', 'moving',
		'guide#expect', 'guide#support', 'guide#team', 'guide#day', 'guide#rules', 'guide#fire', 'guide#money', 'guide#family', 'guide#phone',
		'guide#nights', 'guide#health', 'guide#bullying', 'guide#leave') else page ~ '^home/' and page not in ('home/complaints', 'home/advocate') end)
);
create index on app.unclear (home_id);
create index on app.unclear (version);
alter table app.unclear enable row level security;
grant select on app.unclear to authenticated;
grant insert (page, version) on app.unclear to authenticated;

-- Whether my home wrote this version, under this name.
create function private.is_version_of(page text, version uuid) returns boolean language sql stable security definer set search_path = '' as $$
	select exists (select from app.sections s where s.id = is_version_of.version and s.home_id = private.my_home() and 'home/' || s.section = page)
$$;

create policy unclear_select_by_staff on app.unclear for select to authenticated
	using (home_id = (select private.my_home()) and (select private.my_role()) in ('worker', 'manager'));
create policy unclear_insert_by_child on app.unclear for insert to authenticated
	with check (home_id = (select private.my_home()) and (select private.my_role()) = 'child' and (version is null or private.is_version_of(page, version)));

-- args: id, page, version (of what the home wrote, else null). The id is kept nowhere: in the log of calls it makes the
-- fingerprint of the arguments one that nobody can guess the page from.
create function calls.mark_unclear(args jsonb) returns void language plpgsql set search_path = '' as $$
begin
	if args ->> 'version' is not null and not private.is_version_of(args ->> 'page', (args ->> 'version')::uuid) then
		perform private.refuse('bad_page');
	end if;
	insert into app.unclear (page, version) values (args ->> 'page', (args ->> 'version')::uuid);
end $$;

-- How many marks each page has: what the home wrote since that version, the built-in guide for 90 days.
create function private.unclear_json() returns json language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(json_agg(t order by t.page collate "C"), '[]') from (
		select page, count(*)::int as marks from app.unclear
		where case when version is null then day > current_date - 90 else version = any (array(select private.sections_in_force())) end group by page) t);
end $$;
grant execute on function private.is_version_of, private.unclear_json, calls.mark_unclear to authenticated;

-- The view as it was, and the marks beside the sections.
create or replace function public.my_view(person uuid default null, known_version text default null, shape int default 1) returns json
language plpgsql stable set search_path = '' set jit = off set timezone = 'UTC' as $$
declare
	me uuid := private.act_as(person);
	view json; -- json and not jsonb: it is built once, hashed and sent, never searched
	version text;
begin
	if shape <> 1 then perform private.refuse('shape_unknown'); end if;
	view := json_build_object(
		'shape', 1,
		'epoch', private.my_epoch(),
		'last_call', (select coalesce(max(seq), 0) from app.calls),
		'me', me,
		'login', private.my_login(),
		'home', (select row_to_json(t) from (select id, name, nation, time_zone, labels, rhythm_days,
			private.hours(unread_within) as unread_hours, private.hours(answer_within) as answer_hours, demo from app.homes) t),
		'people', private.people_json(),
		'key_workers', (select coalesce(json_agg(t order by t.child_id, t.place, t.from_at, t.id), '[]') from (
			select id, child_id, worker_id, place, from_at, nullif(until, 'infinity') as until, private.why_ended(id) as because from app.key_workers) t),
		'away', (select coalesce(json_agg(t order by t.from_at, t.id), '[]') from (
			select a.id, a.worker_id, a.cover_id, a.from_at, a.until, coalesce((select json_agg(c.child_id order by c.child_id)
				from app.refused_covers c where c.away_id = a.id), '[]') as refused_by from app.away a where a.until > now()) t),
		'cards', (select coalesce(json_agg(t order by t.person_id), '[]') from (
			select distinct on (person_id) person_id, job, things, reach, here, picture, at from app.cards order by person_id, at desc) t),
		'items', private.items_json(now() - interval '90 days', null, 2000),
		'waiting', (select coalesce(json_agg(t order by t.asked_at, t.child_id), '[]') from private.waiting_with_me() t),
		'sessions', private.sessions_json(),
		'promises', (select coalesce(json_agg(t order by t.due, t.id), '[]') from (
			select p.id, p.child_id, p.session_id, p.owner_id, p.made_by, p.words, p.due, p.made_at, e.at as ended_at, e.kept, e.because
			from app.promises p left join app.promise_ends e on e.promise_id = p.id where e.at is null or e.at > now() - interval '90 days') t),
		'agreements', (select coalesce(json_agg(t order by t.made_at, t.id), '[]') from (
			select distinct on (a.child_id) a.id, a.child_id, a.made_by, a.made_at, a.how_often, a.where_we_meet, a.how_to_stop, a.notes_kept,
				(select json_agg(json_build_object('person_id', g.person_id, 'at', g.at) order by g.at, g.person_id) from app.agreed g where g.agreement_id = a.id) as agreed
			from app.agreements a order by a.child_id, a.made_at desc) t),
		'sections', private.sections_json(),
		'unclear', private.unclear_json(),
		'devices', private.devices_json(),
		'invites', (select coalesce(json_agg(t order by t.made_at, t.id), '[]') from (
			select id, person_id, device, made_by, made_at, expires_at, used_at from app.invites where made_at > now() - interval '30 days') t),
		'tablets', private.tablets_json());
	version := md5(view::text);
	return json_build_object('version', version, 'now', now(), 'view', case when version is distinct from known_version then view end);
end $$;
