-- Codes as a view shows them.

create function private.invites_json()
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
				select id, person_id, device, made_by, made_at, expires_at, used_at, ended_at
				from app.invites
				where made_at > now() - interval '30 days'
			) t
	);
end;
$$;

grant execute on function private.invites_json to authenticated;
