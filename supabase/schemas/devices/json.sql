-- Logins as a view shows them.

-- Of my own logins I am told only what this one, or one that vouched for it, has approved: two false ones may approve
-- each other.
create function private.devices_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
	me uuid := private.me();
	mine uuid[] := private.vouched();
begin
	return (
		select coalesce(json_agg(t order by t.made_at, t.id), '[]')
		from
			(
				select
					l.id,
					l.person_id,
					l.device,
					l.made_at,
					l.invited_by,
					l.cut_off_at,
					l.invited_by_login,
					l.own,
					l.reached_by,
					l.disowned_at,
					case
						when l.whole then l.made_at
						else (
							select min(a.at)
							from app.login_approvals a
							where a.login_id = l.id and a.by_person = l.person_id and (l.person_id <> me or a.by_login = any (mine))
						)
					end as approved_at,
					coalesce(
						(
							select json_agg(distinct a.by_person order by a.by_person)
							from app.login_approvals a
							where a.login_id = l.id and a.by_person <> l.person_id
						),
						'[]'
					) as approved_by,
					(
						select row_to_json(t)
						from
							(
								select s.by_login as by, s.at, s.contested_at
								from app.login_stops s
								where s.login_id = l.id and s.ended_at is null
							) t
					) as stop
				from app.logins l
			) t
	);
end;
$$;

grant execute on function private.devices_json to authenticated;
