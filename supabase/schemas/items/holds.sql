-- The first half of the rule.

-- Who holds an item: its adult author, those who were picked (a pick is of the person: it ends when they leave, not
-- when they stop being the child's key worker), then (if it moves) the child's other key workers, the managers, the
-- responsible individuals; and whoever it was shared with to keep safe.
create function private.holds(items uuid[], readers uuid[])
returns table (
	item_id uuid,
	person_id uuid,
	holder_id uuid,
	away_id uuid,
	home_id uuid,
	why text,
	words boolean,
	from_at timestamptz,
	until timestamptz,
	hidden boolean,
	only_for uuid[],
	worry_about uuid
)
language plpgsql
stable
set search_path = ''
set jit = off
rows 20
as $$
begin
	return query with
			asked as materialized (select i.* from app.items i where i.id = any (items)),
			stand_ins as materialized (select * from private.stand_ins(readers, (select min(i.sent_at) from asked i))),
			key_workers as materialized (
				select
					s.person_id,
					s.holder_id,
					s.away_id,
					k.child_id,
					case
						when k.home_id = s.home_id then k.home_id
					end as home_id,
					k.from_at as since,
					greatest(k.from_at, s.from_at) as from_at,
					least(k.until, s.until) as until
				from
					stand_ins s
					join app.key_workers k on k.worker_id = s.holder_id
			),
			in_line as materialized (
				select s.person_id, s.holder_id, s.away_id, s.home_id, line.ability, h.made_at, s.from_at, s.until
				from
					stand_ins s
					join app.people h on h.id = s.holder_id
					join private.abilities line on line.role = h.role
				where line.ability in ('next_in_line', 'last_in_line')
			),
			moving as materialized (
				select *
				from
					private.moving(
						array(
							select i.id
							from asked i
							where
								i.child_id = any (array(select k.child_id from key_workers k))
								or i.home_id = any (array(select l.home_id from in_line l))
						)
					)
			)
		select
			i.id as item_id,
			s.person_id,
			s.holder_id,
			s.away_id,
			s.home_id,
			'author' as why,
			true as words,
			i.sent_at as from_at,
			s.until,
			false as hidden,
			null::uuid[] as only_for,
			null::uuid as worry_about
		from
			asked i
			join stand_ins s on s.person_id = i.author_id and s.away_id is null
		where i.kind = 'note'
		union all
		select
			i.id,
			s.person_id,
			s.holder_id,
			s.away_id,
			s.home_id,
			'picked',
			true,
			greatest(i.sent_at, s.from_at),
			s.until,
			false,
			null,
			null
		from
			asked i
			join app.item_readers r on r.item_id = i.id
			join stand_ins s on s.holder_id = r.reader_id
		union all
		select
			i.id,
			k.person_id,
			k.holder_id,
			k.away_id,
			k.home_id,
			'handed_on',
			i.may_move,
			greatest(m.next_at, k.from_at),
			k.until,
			false,
			null,
			null
		from
			moving m
			join asked i on i.id = m.item_id
			join key_workers k on k.child_id = i.child_id
		where
			m.to_key_worker
			and greatest(m.next_at, k.since) <= coalesce(i.closed_at, 'infinity') -- who comes later gets no old ones
			and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = k.holder_id)
		union all
		select
			i.id,
			l.person_id,
			l.holder_id,
			l.away_id,
			l.home_id,
			'handed_on',
			i.may_move,
			greatest(t.at, l.made_at, l.from_at),
			l.until,
			false,
			null,
			null
		from
			moving m
			join asked i on i.id = m.item_id
			cross join in_line l
			cross join lateral (
				select
					case l.ability
						when 'next_in_line' then m.next_at
						else m.last_at
					end as at
			) t
		where
			greatest(t.at, l.made_at) <= coalesce(i.closed_at, 'infinity')
			and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = l.holder_id)
		union all -- (an event's time is the clock's, a moment after its transaction's now())
		select
			i.id,
			s.person_id,
			s.holder_id,
			s.away_id,
			s.home_id,
			'raised',
			true,
			least(e.at, now()),
			s.until,
			e.hidden,
			e.only_for,
			e.worry_about
		from
			asked i
			join app.item_events e on e.item_id = i.id and e.kind = 'raised'
			cross join lateral (select distinct w.id from unnest(e.with_ids) w (id)) w
			join stand_ins s on s.person_id = w.id and s.away_id is null
		where s.person_id is distinct from e.worry_about;
end;
$$;
