-- THE rule: who can read which item, why, from when, until when. Written once, here. Policies, my_view and the
-- hand-on ask it; none of them repeats it. It is timeless: now() is compared only in reads_now and in the questions
-- (reads.sql). src/lib/domain/reading/reading.ts is its pure copy for a tablet with no network; a test compares the
-- two.

-- Who holds an item: its adult author, those who were picked (a pick is of the person: it ends when they leave, not
-- when they stop being the child's key worker), then (if it moves) the child's other key workers, the managers, the
-- responsible individuals; and whoever it was shared with to keep safe. Branches that each join stands_for, and not
-- one view under another: only so can the planner start from a person as well as from an item.
create view private.holds as
	select
		i.id as item_id,
		i.home_id,
		i.child_id,
		i.about_id,
		i.taken_back_at,
		i.author_id as person_id,
		i.author_id as holder_id,
		null::uuid as away_id,
		'author' as why,
		true as words,
		i.sent_at as from_at,
		'infinity'::timestamptz as until,
		false as hidden,
		null::uuid[] as only_for,
		null::uuid as worry_about
	from app.items i
	where i.kind = 'note'
	union all
	select
		i.id,
		i.home_id,
		i.child_id,
		i.about_id,
		i.taken_back_at,
		s.person_id,
		s.holder_id,
		s.away_id,
		'picked',
		true,
		greatest(i.sent_at, s.from_at),
		s.until,
		false,
		null,
		null
	from
		app.item_readers r
		join app.items i on i.id = r.item_id
		join private.stands_for s on s.holder_id = r.reader_id and s.home_id = i.home_id
	union all
	select
		i.id,
		i.home_id,
		i.child_id,
		i.about_id,
		i.taken_back_at,
		s.person_id,
		s.holder_id,
		s.away_id,
		'handed_on',
		i.may_move,
		greatest(t.at, k.from_at, s.from_at),
		least(k.until, s.until),
		false,
		null,
		null
	from
		app.key_workers k
		join private.moving i on i.child_id = k.child_id and i.home_id = k.home_id and i.kind = 'wish' and i.to_key_worker
		cross join lateral (
			select private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, i.gone, 1) as at
		) t
		join private.stands_for s on s.holder_id = k.worker_id and s.home_id = i.home_id
	where
		greatest(t.at, k.from_at) <= coalesce(i.closed_at, 'infinity') -- whoever comes later gets no old ones
		and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = k.worker_id)
	union all
	select
		i.id,
		i.home_id,
		i.child_id,
		i.about_id,
		i.taken_back_at,
		s.person_id,
		s.holder_id,
		s.away_id,
		'handed_on',
		i.may_move,
		greatest(t.at, m.made_at, s.from_at),
		s.until,
		false,
		null,
		null
	from
		private.abilities line
		join app.people m on m.role = line.role
		join private.moving i on i.home_id = m.home_id
		cross join lateral (
			select
				private.moves_at(
					i.asked_at,
					i.opened_at,
					i.unread_within,
					i.answer_within,
					i.gone,
					case line.ability
						when 'next_in_line' then i.manager_step
						else i.ri_step
					end
				) as at
		) t
		join private.stands_for s on s.holder_id = m.id and s.home_id = i.home_id
	where
		line.ability in ('next_in_line', 'last_in_line')
		and greatest(t.at, m.made_at) <= coalesce(i.closed_at, 'infinity')
		and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = m.id)
	union all -- (an event's time is the clock's, a moment after its transaction's now())
	select
		i.id,
		i.home_id,
		i.child_id,
		i.about_id,
		null,
		p.id,
		p.id,
		null,
		'raised',
		true,
		least(e.at, now()),
		'infinity',
		e.hidden,
		e.only_for,
		e.worry_about
	from
		app.item_events e
		join app.items i on i.id = e.item_id
		join app.people p on e.with_ids @> array[p.id] and p.home_id = i.home_id and p.id is distinct from e.worry_about
	where e.kind = 'raised';

-- Left out is out, whoever they cover for and whoever covers for them; the person it is about, always. The one
-- exception is sharing to keep safe. Taken back: only who had opened it (or wrote the note) still sees that it was
-- there. A reader who was not shown to the child gets no words until the child says yes.
create view private.reads as
	select
		r.item_id,
		r.person_id,
		case
			when r.away_id is null then r.why
			else 'cover'
		end as why,
		r.from_at,
		r.words
		and (
			r.why in ('author', 'raised')
			or (r.why = 'picked' and r.away_id is null)
			or exists (select from app.shown x where x.item_id = r.item_id and x.person_id = r.person_id)
		) as words,
		least(r.until, p.left_at, p.not_at_work_since, h.left_at) as until,
		r.hidden,
		r.only_for,
		r.worry_about
	from
		private.holds r
		join app.people p on p.id = r.person_id and p.home_id = r.home_id and p.role <> 'child'
		join app.people h on h.id = r.holder_id and h.home_id = r.home_id
	where
		r.from_at < least(r.until, p.left_at, p.not_at_work_since, h.left_at)
		and (r.about_id is null or r.about_id not in (r.person_id, r.holder_id))
		and (
			r.why in ('author', 'raised')
			or not exists (
				select
				from app.left_out l
				where l.item_id = r.item_id and l.person_id in (r.person_id, r.holder_id)
			)
		)
		and (
			r.away_id is null
			or not exists (select from app.refused_covers c where c.away_id = r.away_id and c.child_id = r.child_id)
		)
		and (
			r.taken_back_at is null
			or r.why = 'author'
			or exists (
				select
				from app.item_events e
				where e.item_id = r.item_id and e.person_id = r.person_id and e.kind = 'opened' and e.only_for is null
			)
		);

create view private.reads_now as
	select child_id as person_id, id as item_id, true as words, null::uuid as worry_about from app.items
	union all
	select person_id, item_id, words, worry_about from private.reads where from_at <= now() and now() < until;
