-- Cards as a view shows them: the newest of each person.

create function private.cards_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.person_id), '[]')
		from
			(
				select distinct on (person_id) person_id, job, things, reach, here, picture, at
				from app.cards
				order by person_id, at desc
			) t
	);
end;
$$;

grant execute on function private.cards_json to authenticated;
