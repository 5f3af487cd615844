-- The home and its people as a view shows them.

create function private.home_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select row_to_json(t)
		from
			(
				select
					id,
					name,
					nation,
					time_zone,
					labels,
					rhythm_days,
					private.hours(unread_within) as unread_hours,
					private.hours(answer_within) as answer_hours,
					private.hours(complaint_within) as complaint_hours,
					reading_days,
					recordings,
					demo
				from app.homes
			) t
	);
end;
$$;

-- Adults who might be the ones that hold every sign-in of somebody: what leaves such an adult out does not reach that
-- person yet.
create function private.reached()
returns table (person_id uuid, by_all json)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select
			p.id,
			(
				select json_agg(a.id order by a.id)
				from app.people a
				where
					a.id = any (
						array(
							select unnest(l.reached_by)
							from app.logins l
							where l.person_id = p.id and l.own and l.cut_off_at is null
						)
					)
					and not exists (
						select
						from app.logins l
						where l.person_id = p.id and l.own and l.cut_off_at is null and a.id <> all (l.reached_by)
					)
					and a.home_id = p.home_id
					and a.role <> 'child'
					and a.id <> p.id
			)
		from app.people p
		where p.home_id = (select private.my_home()) and p.role <> 'child';
end;
$$;

create function private.people_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select json_agg(t order by t.id)
		from
			(
				select
					id,
					role,
					name,
					picture,
					pronouns,
					id = any ((select private.joined())::uuid[]) as joined,
					coalesce(r.by_all, '[]') as reached_by,
					not_at_work_since is null as at_work,
					left_at
				from
					app.people
					left join private.reached() r on r.person_id = id
			) t
	);
end;
$$;

grant execute on function private.home_json, private.reached, private.people_json to authenticated;
