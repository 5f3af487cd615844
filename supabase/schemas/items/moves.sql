-- When an item moves on, and to whom next.

-- Two clocks, unread and unanswered: when an item reaches its next person, at step 1, 2 or 3. gone: when the last of
-- those picked stopped being there. (A standard body: resolved when made, so it needs no search_path, and is inlined.)
create function private.moves_at(
	asked timestamptz,
	opened timestamptz,
	unread interval,
	answer interval,
	gone timestamptz,
	step int
)
returns timestamptz
language sql
stable
return least(
	case
		when opened is null
		or opened > asked + step * unread then asked + step * unread
	end,
	asked + step * answer,
	greatest(gone, asked) + (step - 1) * answer
);

-- Everybody stands for themselves; who covers stands for who is away, if that was not over by then. Until one of the
-- two is not there any more.
create function private.stand_ins(people uuid[], since timestamptz)
returns table (person_id uuid, holder_id uuid, away_id uuid, home_id uuid, from_at timestamptz, until timestamptz)
language plpgsql
stable
set search_path = ''
rows 20
as $$
begin
	return query select
			p.id,
			p.id,
			null::uuid,
			p.home_id,
			'-infinity'::timestamptz,
			least('infinity'::timestamptz, p.left_at, p.not_at_work_since)
		from app.people p
		where p.id = any (people) and p.role <> 'child'
		union all
		select
			a.cover_id,
			a.worker_id,
			a.id,
			a.home_id,
			a.from_at,
			least(a.until, p.left_at, p.not_at_work_since, h.left_at)
		from
			app.away a
			join app.people p on p.id = a.cover_id and p.home_id = a.home_id and p.role <> 'child'
			join app.people h on h.id = a.worker_id and h.home_id = a.home_id
		where a.cover_id = any (people) and a.until > since;
end;
$$;

-- Of these items, those that move on before they are closed: when each reaches the child's other key workers (if it was
-- picked for one), the managers, and who comes last. A step that finds nobody at its time is left out.
create function private.moving(items uuid[])
returns table (
	item_id uuid,
	to_key_worker boolean,
	key_worker_at timestamptz,
	manager_at timestamptz,
	ri_at timestamptz
)
language plpgsql
stable
set search_path = ''
set jit = off
rows 20
as $$
declare
	next_in_line app.role[] := array(select a.role from private.abilities a where a.ability = 'next_in_line');
begin
	return query with
			asked as materialized (select i.* from app.items i where i.id = any (items) and i.unread_within is not null),
			-- Both are small, and looked through for each item: on small tables the planner would join all people each time.
			key_workers as materialized (
				select
					k.child_id,
					k.home_id,
					k.worker_id,
					k.from_at,
					least(k.until, p.left_at, p.not_at_work_since) as until
				from
					app.key_workers k
					join app.people p on p.id = k.worker_id
				where k.child_id = any (array(select i.child_id from asked i))
			),
			managers as materialized (
				select
					p.id,
					p.home_id,
					p.made_at,
					least('infinity'::timestamptz, p.left_at, p.not_at_work_since) as until
				from app.people p
				where p.role = any (next_in_line) and p.home_id = any (array(select i.home_id from asked i))
			)
		select
			i.id,
			g.to_key_worker,
			private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1),
			private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1 + kw.steps),
			private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1 + kw.steps + m.steps)
		from
			asked i
			left join (
				select
					r.item_id,
					max(least('infinity'::timestamptz, p.left_at, p.not_at_work_since)) as gone,
					bool_or(r.relation_id is not null) as to_key_worker -- only then are the other key workers next
				from
					app.item_readers r
					join app.people p on p.id = r.reader_id
				where r.item_id = any (items)
				group by r.item_id
			) g
				on g.item_id = i.id
			cross join lateral (
				select private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1) as at
			) t1
			-- "offset 0": asked once, and not at each place where it is used.
			cross join lateral (
				select
					(
						i.kind in ('wish', 'meeting')
						and g.to_key_worker
						and exists (
							select
							from key_workers k
							where
								k.child_id = i.child_id
								and k.home_id = i.home_id
								and k.from_at <= t1.at
								and t1.at < k.until
								and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = k.worker_id)
								and not exists (select from app.left_out x where x.item_id = i.id and x.person_id = k.worker_id)
						)
					)::int as steps
				offset 0
			) kw
			cross join lateral (
				select
					private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1 + kw.steps) as at
			) t2
			cross join lateral (
				select
					exists (
						select
						from managers p
						where
							p.home_id = i.home_id
							and p.made_at <= t2.at
							and t2.at < p.until
							and p.id is distinct from i.about_id
							and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = p.id)
							and not exists (select from app.left_out x where x.item_id = i.id and x.person_id = p.id)
					)::int as steps
				offset 0
			) m
		-- Most are answered in time: nobody is next.
		where t1.at <= coalesce(i.closed_at, 'infinity');
end;
$$;
