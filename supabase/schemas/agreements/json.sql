-- How we meet, as a view shows it: the newest with each child, and whose yes counts.

create function private.agreements_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.made_at, t.id), '[]')
		from
			(
				select distinct on (a.child_id)
					a.id,
					a.child_id,
					a.made_by,
					a.made_at,
					a.how_often,
					a.where_we_meet,
					a.how_to_stop,
					a.notes_kept,
					(
						select
							coalesce(
								json_agg(json_build_object('person_id', y.person_id, 'at', y.at) order by y.at, y.person_id),
								'[]'
							)
						from
							(
								select g.person_id, min(g.at) as at
								from app.agreed g
								where
									g.agreement_id = a.id
									and not exists (select from private.doubts() d where d.login_id = g.login_id)
								group by g.person_id
							) y
					) as agreed
				from app.agreements a
				order by a.child_id, a.made_at desc
			) t
	);
end;
$$;

grant execute on function private.agreements_json to authenticated;
