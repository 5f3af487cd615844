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

-- A mark is told from the next morning: a count that goes up within the minute would say who is at the tablet.
create function private.told_before(at timestamptz) returns date language sql immutable set search_path = '' as
	$$ select (told_before.at at time zone 'UTC' - interval '3 hours')::date $$;

-- How many marks each page has: what the home wrote since that version, the built-in guide for 90 days.
create function private.unclear_json() returns json language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(json_agg(t order by t.page collate "C"), '[]') from (
		select page, count(*)::int as marks from app.unclear
		where day < (select private.told_before(now()))
			and case when version is null then day > current_date - 90 else version = any (array(select private.sections_in_force())) end group by page) t);
end $$;
grant execute on function private.is_version_of, private.told_before, private.unclear_json, calls.mark_unclear to authenticated;
