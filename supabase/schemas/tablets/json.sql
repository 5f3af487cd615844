-- Tablets as a view shows them.

-- Tablets that show the guide, codes that wait, and for a month those that are over.
create function private.tablets_json()
returns json
language sql
stable
set search_path = ''
as $$
	select coalesce(json_agg(t order by t.made_at, t.id), '[]')
	from
		(
			select id, device, made_by, made_at, expires_at, used_at, cut_off_at
			from app.tablets
			where
				coalesce(
					cut_off_at,
					case
						when used_at is null then expires_at
					end,
					'infinity'
				) > now() - interval '30 days'
		) t;
$$;

grant execute on function private.tablets_json to authenticated;
