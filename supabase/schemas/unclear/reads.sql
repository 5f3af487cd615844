-- Which version of the guide is marked, and when a mark is told.

-- Whether my home wrote this version, under this name.
create function private.is_version_of(page text, version uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select
		exists (
			select
			from app.sections s
			where s.id = is_version_of.version and s.home_id = private.my_home() and 'home/' || s.section = page
		);
$$;

-- A mark is told from the next morning: a count that goes up within the minute would say who is at the tablet.
create function private.told_before(at timestamptz)
returns date
language sql
immutable
set search_path = ''
as $$
	select (told_before.at at time zone 'UTC' - interval '3 hours')::date;
$$;

grant execute on function private.is_version_of, private.told_before to authenticated;
