-- Which versions are in force, and which wait.

-- What children of a home read: of each section the newest that needs no second adult, or has one.
create function private.in_force_at(home uuid)
returns setof uuid
language sql
stable
set search_path = ''
rows 15
as $$
	select distinct on (s.section) s.id
	from
		app.sections s
		left join app.section_approvals a on a.section_id = s.id
	where s.home_id = home and (s.section <> 'complaints' or a.section_id is not null)
	order by s.section, s.at desc;
$$;

create function private.sections_in_force()
returns setof uuid
language sql
stable
security definer
set search_path = ''
rows 15
as $$
	select private.in_force_at((select private.my_home()));
$$;

-- What waits for a second adult, other than its author.
create function private.sections_to_approve()
returns setof uuid
language sql
stable
security definer
set search_path = ''
rows 1
as $$
	select t.id
	from
		(
			select s.id, s.author_id
			from app.sections s
			where s.home_id = (select private.my_home()) and s.section = 'complaints'
			order by s.at desc
			limit 1
		) t
	where
		t.author_id <> (select private.me())
		and (select private.may('listen'))
		and not exists (select from app.section_approvals a where a.section_id = t.id);
$$;

grant execute on function private.sections_in_force, private.sections_to_approve to authenticated;
