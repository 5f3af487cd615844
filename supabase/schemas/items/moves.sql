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

-- Everybody stands for themselves; who covers stands for who is away. (No "where" and no join in either half: with
-- one, the planner could no longer look a person up by index.)
create view private.stands_for as
	select
		id as person_id,
		id as holder_id,
		null::uuid as away_id,
		home_id,
		'-infinity'::timestamptz as from_at,
		'infinity'::timestamptz as until
	from app.people
	union all
	select cover_id, worker_id, id, home_id, from_at, until from app.away;

-- Items that move, with what decides when. kw and manager: is there such a person to be next, at the time of that
-- step?
create view private.moving as
	select
		i.*,
		g.gone,
		g.to_key_worker,
		kw.any::int as kw_steps,
		1 + kw.any::int as manager_step,
		1 + kw.any::int + m.any::int as ri_step
	from
		app.items i
		cross join lateral (
			select
				max(least('infinity'::timestamptz, p.left_at, p.not_at_work_since)) as gone,
				bool_or(r.relation_id is not null) as to_key_worker -- only then are the other key workers next
			from
				app.item_readers r
				join app.people p on p.id = r.reader_id
			where r.item_id = i.id
		) g
		cross join lateral (
			select private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1) as at
		) t1
		cross join lateral (
			select
				i.kind = 'wish'
				and g.to_key_worker
				and exists (
					select
					from
						app.key_workers k
						join app.people p on p.id = k.worker_id
					where
						k.child_id = i.child_id
						and k.home_id = i.home_id
						and k.from_at <= t1.at
						and t1.at < least(k.until, p.left_at, p.not_at_work_since)
						and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = k.worker_id)
						and not exists (select from app.left_out x where x.item_id = i.id and x.person_id = k.worker_id)
				) as any
		) kw
		cross join lateral (
			select private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1 + kw.any::int) as at
		) t2
		cross join lateral (
			select
				exists (
					select
					from app.people p
					where
						p.home_id = i.home_id
						and private.can(p.role, 'next_in_line')
						and p.made_at <= t2.at
						and t2.at < least('infinity'::timestamptz, p.left_at, p.not_at_work_since)
						and p.id is distinct from i.about_id
						and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = p.id)
						and not exists (select from app.left_out x where x.item_id = i.id and x.person_id = p.id)
				) as any
		) m
	-- Most are answered in time: nobody is next.
	where i.unread_within is not null and t1.at <= coalesce(i.closed_at, 'infinity');
