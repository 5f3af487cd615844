-- When an item moves on, and to whom next.

-- Two clocks, unread and unanswered: when an item reaches its next people, at step 1 or 2. gone: when the last of those
-- picked stopped being there. (A standard body: resolved when made, so it needs no search_path, and is inlined.)
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

-- Of these items, those that move on before they are closed: when each reaches the managers and (if it was picked for a
-- key worker) the child's other key workers, at the same time; and whoever comes last, a step later if one of those is
-- there to get it. So a manager hears a child with one key worker as soon as a child with two.
create function private.moving(items uuid[])
returns table (item_id uuid, to_key_worker boolean, next_at timestamptz, last_at timestamptz)
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
			-- Small, and looked through for each item: on small tables the planner would join all people each time.
			next_people as materialized (
				select
					p.id,
					p.home_id,
					null::uuid as child_id,
					p.made_at as from_at,
					least('infinity'::timestamptz, p.left_at, p.not_at_work_since) as until
				from app.people p
				where p.role = any (next_in_line) and p.home_id = any (array(select i.home_id from asked i))
				union all
				select k.worker_id, k.home_id, k.child_id, k.from_at, least(k.until, p.left_at, p.not_at_work_since)
				from
					app.key_workers k
					join app.people p on p.id = k.worker_id
				where k.child_id = any (array(select i.child_id from asked i))
			)
		select
			i.id,
			k.are_next,
			t1.at,
			private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1 + n.steps)
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
			cross join lateral (select i.kind in ('wish', 'meeting') and coalesce(g.to_key_worker, false) as are_next) k
			-- "offset 0": asked once, and not at each place where it is used.
			cross join lateral (
				select
					exists (
						select
						from next_people p
						where
							p.home_id = i.home_id
							and (p.child_id is null or (k.are_next and p.child_id = i.child_id))
							and p.from_at <= t1.at
							and t1.at < p.until
							and p.id is distinct from i.about_id
							and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = p.id)
							and not exists (select from app.left_out x where x.item_id = i.id and x.person_id = p.id)
					)::int as steps
				offset 0
			) n
		-- Most are answered in time: nobody is next.
		where t1.at <= coalesce(i.closed_at, 'infinity');
end;
$$;
