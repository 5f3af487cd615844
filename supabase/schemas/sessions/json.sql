-- Sessions as a view shows them.

create function private.sessions_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with doubts as materialized (select * from private.doubts())
		select coalesce(json_agg(t order by t.starts_at, t.id), '[]')
		from
			(
				select
					s.id,
					s.child_id,
					s.with_id,
					s.starts_at,
					s.state,
					(
						select
							coalesce(
								json_agg(
									case kind
										when 'planned' then (
											select row_to_json(t)
											from (select id, person_id, at, kind, starts_at, place, how, purpose, aims, unplanned) t
										)
										when 'changed' then (
											select row_to_json(t)
											from (select id, person_id, at, kind, starts_at, place, how, purpose, aims) t
										)
										when 'cancelled' then (select row_to_json(t) from (select id, person_id, at, kind, because) t)
										when 'how_picked' then (
											select row_to_json(t) from (select id, person_id, at, kind, how, symbol, words, doubt) t
										)
										when 'other_time_asked' then (
											select row_to_json(t)
											from (select id, person_id, at, kind, words, other_day as day, other_part as part, doubt) t
										)
										when 'not_today' then (select row_to_json(t) from (select id, person_id, at, kind, doubt) t)
										when 'recorded' then (
											select row_to_json(t) from (select id, person_id, at, kind, talked, came, went, good) t
										)
										when 'tapped' then (
											select row_to_json(t) from (select id, person_id, at, kind, mine, ended, words, doubt) t
										)
										else (select row_to_json(t) from (select id, person_id, at, kind) t)
									end
									order by at, id
								),
								'[]'
							)
						from
							app.session_events x
							left join doubts d on d.login_id = x.login_id
						where x.session_id = s.id
					) as events
				from app.sessions s
				where s.starts_at > now() - interval '90 days'
			) t
	);
end;
$$;

grant execute on function private.sessions_json to authenticated;
