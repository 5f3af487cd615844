-- Promises as a view shows them: those that are open, and for a while those that ended.

create function private.promises_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.due, t.made_at, t.id), '[]')
		from
			(
				select
					p.id,
					p.child_id,
					p.session_id,
					p.owner_id,
					p.made_by,
					p.words,
					p.due,
					p.made_at,
					e.at as ended_at,
					e.kept,
					e.because
				from
					app.promises p
					left join app.promise_ends e on e.promise_id = p.id
				where e.at is null or e.at > now() - interval '90 days'
			) t
	);
end;
$$;

grant execute on function private.promises_json to authenticated;
