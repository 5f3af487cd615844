-- Sections as a view shows them.

-- What is in force, what waits, and of each section the last versions before, so that a change can be seen.
create function private.sections_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
	in_force uuid[] := array(select private.sections_in_force());
begin
	return (
		select coalesce(json_agg(t order by t.section collate "C", t.at desc, t.id), '[]')
		from
			(
				select
					s.id,
					s.section,
					s.lines,
					s.review_by,
					s.author_id,
					s.at,
					a.person_id as approved_by,
					s.id = any (in_force) as in_force
				from
					(
						select
							*,
							row_number() over (
								partition by section
								order by at desc
							) as age
						from app.sections
					) s
					left join app.section_approvals a on a.section_id = s.id
				where s.age <= 3 or s.id = any (in_force)
			) t
	);
end;
$$;

grant execute on function private.sections_json to authenticated;
