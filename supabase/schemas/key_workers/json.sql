-- Who works with whom, who is away and who covers, as a view shows them.

create function private.key_workers_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.child_id, t.place, t.from_at, t.id), '[]')
		from
			(
				select
					k.id,
					k.child_id,
					k.worker_id,
					k.place,
					k.from_at,
					nullif(k.until, 'infinity') as until,
					w.because
				from
					app.key_workers k
					left join private.why_ended() w on w.id = k.id
			) t
	);
end;
$$;

create function private.away_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.from_at, t.id), '[]')
		from
			(
				select
					a.id,
					a.worker_id,
					a.cover_id,
					a.from_at,
					a.until,
					coalesce(
						(
							select json_agg(c.child_id order by c.child_id)
							from app.refused_covers c
							where c.away_id = a.id
						),
						'[]'
					) as refused_by
				from app.away a
				where a.until > now()
			) t
	);
end;
$$;

grant execute on function private.key_workers_json, private.away_json to authenticated;
