-- The handover of the whole house: a paper that lies around. Who prints it changes nothing on it: it tells only of what
-- leaves out nobody and is about nobody, and of complaints not at all. Of several things a child waits for it tells the
-- oldest, and not how many they are.

create function private.things_for_all()
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
begin
	return array(select i.id from private.for_all i where i.id = any ((select private.unanswered())::uuid[]));
end;
$$;

-- late_from: when the first of the child's things was late, or will be. last_at: when the child and a key worker met
-- last. Promises: whose, and by when.
create function private.handover_json()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	zone text := (select h.time_zone from app.homes h where h.id = here);
begin
	if not private.may('hand_over') or not private.is_own() then
		return '[]';
	end if;
	return (
		with
			things as materialized (select * from private.open_things(private.things_for_all())),
			oldest as (select distinct on (t.child_id) t.* from things t order by t.child_id, t.asked_at, t.answer_by),
			next_times as (
				select distinct on (s.child_id) s.child_id, s.starts_at, s.with_id
				from app.sessions s
				where
					s.home_id = here
					and s.state = 'planned'
					and (s.starts_at at time zone zone)::date >= (now() at time zone zone)::date
				order by s.child_id, s.starts_at, s.id
			),
			last_times as (
				select s.child_id, max(s.starts_at) as last_at
				from app.sessions s
				where s.home_id = here and s.state = 'recorded'
				group by s.child_id
			),
			promised as (
				select p.child_id, json_agg(json_build_object('owner_id', p.owner_id, 'due', p.due) order by p.due, p.id) as due
				from app.promises p
				where p.home_id = here and not exists (select from app.promise_ends e where e.promise_id = p.id)
				group by p.child_id
			)
		select coalesce(json_agg(t order by t.child_id), '[]')
		from
			(
				select
					c.id as child_id,
					c.made_at as came_at,
					o.asked_at as since,
					(select min(least(x.unread_by, x.answer_by)) from things x where x.child_id = c.id) as late_from,
					coalesce(o.with_ids, '{}') as with_ids,
					l.last_at,
					n.starts_at as next_at,
					n.with_id as next_with,
					coalesce(p.due, '[]') as promises
				from
					app.people c
					left join oldest o on o.child_id = c.id
					left join last_times l on l.child_id = c.id
					left join next_times n on n.child_id = c.id
					left join promised p on p.child_id = c.id
				where c.home_id = here and c.left_at is null and private.can(c.role, 'speak')
			) t
	);
end;
$$;

grant execute on function private.handover_json to authenticated;
