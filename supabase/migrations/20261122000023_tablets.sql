-- A tablet of the home that shows what the home wrote in its guide, also when no drawer is open. It is nobody: no person
-- and no login, so that private.me() is null for it and every policy gives it nothing. It may ask one thing, home_guide.

-- One row from the code to its end. The code is made on the staff device and only its hash is sent, as with a person's.
create table app.tablets (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	made_by uuid not null default private.me() references app.people,
	code_hash bytea not null unique constraint bad_code_hash check (length(code_hash) = 32),
	device text not null constraint bad_device check (private.has_words(device) and device = private.shown_name(device) and char_length(device) <= 60),
	made_at timestamptz not null default private.said_at(),
	expires_at timestamptz not null default now() + interval '1 day',
	used_by uuid unique,
	used_at timestamptz,
	cut_off_at timestamptz
);
create index on app.tablets (home_id);
alter table app.tablets enable row level security;
grant select (id, home_id, made_by, device, made_at, expires_at, used_at, cut_off_at) on app.tablets to authenticated;
grant insert (id, code_hash, device) on app.tablets to authenticated;
create policy tablets_select_by_staff on app.tablets for select to authenticated
	using (home_id = (select private.my_home()) and (select private.my_role()) in ('worker', 'manager'));
create policy tablets_insert_by_staff on app.tablets for insert to authenticated
	with check (home_id = (select private.my_home()) and made_by = (select private.me()) and (select private.my_role()) in ('worker', 'manager'));
create function calls.invite_tablet(args jsonb) returns void language sql set search_path = '' as $$
	insert into app.tablets (id, code_hash, device)
	values ((args ->> 'id')::uuid, decode(args ->> 'code_hash', 'hex'), private.shown_name(args ->> 'device'))
$$;
create function private.cut_off_tablet(tablet uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
	update app.tablets t set cut_off_at = now()
	where t.id = tablet and t.cut_off_at is null and t.home_id = private.my_home() and private.my_role() in ('worker', 'manager');
	if not found then perform private.refuse('no_such_device'); end if;
	perform private.note_down('cut_off_tablet', tablet);
end $$;
create function calls.cut_off_tablet(args jsonb) returns void language sql set search_path = '' as
	$$ select private.cut_off_tablet((args ->> 'tablet')::uuid) $$;

-- Every code that may still bring something in, and what it is for. An unused code ends with its maker's work here: whoever has
-- left, or is not at work, has no way in that they kept.
create view private.codes as
	select c.code_hash, c.used_by, c.expires_at, c.ended_at, c.brings from (
		select i.code_hash, i.used_by, i.expires_at, i.ended_at, i.made_by, i.made_by_login, case p.role when 'child' then 'child' else 'staff' end as brings
		from app.invites i join app.people p on p.id = i.person_id where p.left_at is null
		union all select t.code_hash, t.used_by, t.expires_at, null, t.made_by, null, 'tablet' from app.tablets t where t.cut_off_at is null) c
	where c.used_by is not null or c.made_by is null or exists (select from app.people m where m.id = c.made_by and m.left_at is null and m.not_at_work_since is null
		and not exists (select from app.logins l where l.id = c.made_by_login and l.cut_off_at is not null));

create or replace function private.look_at_code(code_hash bytea) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare c private.codes;
begin
	select * into c from private.codes k where k.code_hash = look_at_code.code_hash limit 1;
	return jsonb_build_object('state', case when c.code_hash is null then 'unknown' when c.used_by is not null then 'used'
		when c.ended_at is not null then 'ended' when c.expires_at <= now() then 'expired' else 'good' end,
		'for', case when c.used_by is null and c.ended_at is null and c.expires_at > now() then c.brings end);
end $$;

-- Before an account is made: a person's code, or a tablet's, is used up. No good code, no account.
create or replace function private.use_code() returns trigger language plpgsql security definer set search_path = '' as $$
declare
	code bytea := sha256(convert_to(new.raw_user_meta_data ->> 'invite_code', 'utf8'));
	c private.codes;
begin
	select * into c from private.codes k where k.code_hash = code;
	if c.code_hash is null then perform private.refuse('code_unknown'); end if;
	if c.used_by is null and c.ended_at is not null then perform private.refuse('code_ended'); end if;
	if c.used_by is null and c.expires_at <= now() then perform private.refuse('code_expired'); end if;
	-- Two at once: whoever comes second waits for the first, and finds it used.
	update app.invites i set used_by = new.id, used_at = now() where i.code_hash = code and i.used_by is null and i.ended_at is null;
	if not found then
		update app.tablets t set used_by = new.id, used_at = now() where t.code_hash = code and t.used_by is null and t.cut_off_at is null;
	end if;
	if not found then perform private.refuse('code_used'); end if;
	new.raw_user_meta_data := new.raw_user_meta_data - 'invite_code'; -- so that the code never stays in the account
	return new;
end $$;

-- What children of a home read: of each section the newest that needs no second adult, or has one.
create function private.in_force_at(home uuid) returns setof uuid language sql stable set search_path = '' rows 15 as $$
	select distinct on (s.section) s.id from app.sections s left join app.section_approvals a on a.section_id = s.id
	where s.home_id = home and (s.section <> 'complaints' or a.section_id is not null) order by s.section, s.at desc
$$;
create or replace function private.sections_in_force() returns setof uuid language sql stable security definer set search_path = '' rows 15 as
	$$ select private.in_force_at((select private.my_home())) $$;

-- The home's words for its tablet: nobody's id, and nothing that children do not read. Stable: it writes down nothing.
create function private.guide_of_tablet(known_version text) returns json
language plpgsql stable security definer set search_path = '' set timezone = 'UTC' as $$
declare
	home app.homes;
	guide json;
begin
	select h.* into home from app.tablets t join app.homes h on h.id = t.home_id where t.used_by = (select auth.uid()) and t.cut_off_at is null;
	if home.id is null then perform private.turn_away(); end if;
	guide := json_build_object(
		'home', json_build_object('name', home.name, 'nation', home.nation, 'time_zone', home.time_zone, 'labels', home.labels),
		'sections', (select coalesce(json_agg(json_build_object('section', s.section, 'lines', s.lines, 'at', s.at) order by s.section collate "C"), '[]')
			from app.sections s where s.id in (select private.in_force_at(home.id)) and s.lines <> '[]'));
	return json_build_object('version', md5(guide::text), 'now', now(), 'guide', case when md5(guide::text) is distinct from known_version then guide end);
end $$;
create function public.home_guide(known_version text default null) returns json language sql stable set search_path = '' as
	$$ select private.guide_of_tablet(known_version) $$;

-- Tablets that show the guide, codes that wait, and for a month those that are over.
create function private.tablets_json() returns json language sql stable set search_path = '' as $$
	select coalesce(json_agg(t order by t.made_at, t.id), '[]') from (
		select id, device, made_by, made_at, expires_at, used_at, cut_off_at from app.tablets
		where coalesce(cut_off_at, case when used_at is null then expires_at end, 'infinity') > now() - interval '30 days') t
$$;
grant execute on function private.cut_off_tablet, private.guide_of_tablet, private.tablets_json, public.home_guide,
	calls.invite_tablet, calls.cut_off_tablet to authenticated;
