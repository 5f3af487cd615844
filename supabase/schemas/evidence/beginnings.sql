-- Evidence of first days, and of the children's guide.

-- Children who came in the period: how many days until they had a key worker with a card, and until a first time
-- together. From the day on which they were added here.
create function private.evidence_of_first_days(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			came as (
				select
					(p.made_at at time zone zone)::date as on_day,
					(
						select min(greatest(k.from_at, c.at))
						from
							app.key_workers k
							join (
								select x.person_id, min(x.at) as at
								from app.cards x
								where x.home_id = home
								group by x.person_id
							) c
								on c.person_id = k.worker_id
						where k.child_id = p.id and greatest(k.from_at, c.at) < k.until
					) as card_at,
					(
						select min(s.starts_at)
						from app.sessions s
						where s.child_id = p.id and s.home_id = home and s.state = 'recorded'
					) as met_at
				from app.people p
				where
					p.home_id = home
					and private.can(p.role, 'speak')
					and (p.made_at at time zone zone)::date between first_day and last_day
			)
		select
			json_build_object(
				'came',
				count(*),
				'card',
				private.spread(
					array_agg(greatest((c.card_at at time zone zone)::date - c.on_day, 0)) filter (where c.card_at is not null)
				),
				'session',
				private.spread(
					array_agg(greatest((c.met_at at time zone zone)::date - c.on_day, 0)) filter (where c.met_at is not null)
				)
			)
		from came c
	);
end;
$$;

-- Parts of the guide that the home wrote: those in force today, of them those past the day of their review, and how
-- many were written anew in the period. That a child read the guide is nowhere kept.
create function private.evidence_of_guide(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'parts',
				count(*),
				'past_review',
				count(*) filter (where s.review_by < (now() at time zone zone)::date),
				'written',
				(
					select count(*)
					from app.sections w
					where w.home_id = home and (w.at at time zone zone)::date between first_day and last_day
				),
				'last_at',
				max(s.at)
			)
		from app.sections s
		where s.id in (select private.in_force_at(home)) and s.lines <> '[]'
	);
end;
$$;

-- Who lives and who works in the home today.
create function private.evidence_of_people(home uuid)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'children',
				count(*) filter (where private.can(p.role, 'speak')),
				'adults',
				count(*) filter (where private.can(p.role, 'hand_over'))
			)
		from app.people p
		where p.home_id = home and p.left_at is null
	);
end;
$$;
