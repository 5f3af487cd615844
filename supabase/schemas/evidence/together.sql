-- Evidence of times together and of promises: what adults planned, recorded and said that they would do.

-- Each child's stay in the period falls into whole times of the home's rhythm, from its first day: in how many of them
-- did they and a key worker meet. Null: the home agrees its rhythm with each child.
create function private.evidence_of_rhythm(home uuid, zone text, rhythm int, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	if rhythm is null then
		return null;
	end if;
	return (
		with
			stays as (
				select
					p.id,
					greatest((p.made_at at time zone zone)::date, first_day) as since,
					least((p.left_at at time zone zone)::date, last_day, (now() at time zone zone)::date) as until
				from app.people p
				where p.home_id = home and private.can(p.role, 'speak')
			),
			times as (select s.id, s.since, greatest((s.until - s.since + 1) / rhythm, 0) as many from stays s),
			met as (
				select distinct t.id, ((s.starts_at at time zone zone)::date - t.since) / rhythm as place
				from
					times t
					join app.sessions s on s.child_id = t.id and s.home_id = home and s.state = 'recorded'
				where
					(s.starts_at at time zone zone)::date >= t.since
					and ((s.starts_at at time zone zone)::date - t.since) < t.many * rhythm
			)
		select json_build_object('days', rhythm, 'times', sum(t.many), 'met', (select count(*) from met))
		from times t
	);
end;
$$;

create function private.evidence_of_sessions(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'held',
				count(*) filter (where s.state = 'recorded'),
				'cancelled',
				count(*) filter (where s.state = 'cancelled'),
				'not_recorded',
				count(*) filter (where s.state = 'planned' and s.starts_at < now()),
				'not_today',
				(
					select private.or_fewer(count(*))
					from
						app.sessions x
						join app.session_events e on e.session_id = x.id
					where
						x.home_id = home
						and e.kind = 'not_today'
						and (e.at at time zone zone)::date between first_day and last_day
				)
			)
		from app.sessions s
		where s.home_id = home and (s.starts_at at time zone zone)::date between first_day and last_day
	);
end;
$$;

-- Promises whose day is in the period, and how many were made in it.
create function private.evidence_of_promises(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			due as (
				select p.due, e.kept, (e.at at time zone zone)::date as ended_on
				from
					app.promises p
					left join app.promise_ends e on e.promise_id = p.id
				where p.home_id = home and p.due between first_day and last_day
			)
		select
			json_build_object(
				'made',
				(
					select count(*)
					from app.promises p
					where p.home_id = home and (p.made_at at time zone zone)::date between first_day and last_day
				),
				'kept',
				count(*) filter (where d.kept and d.ended_on <= d.due),
				'kept_late',
				count(*) filter (where d.kept and d.ended_on > d.due),
				'not_kept',
				count(*) filter (where not d.kept),
				'late',
				count(*) filter (where d.kept is null and d.due < (now() at time zone zone)::date),
				'open',
				count(*) filter (where d.kept is null and d.due >= (now() at time zone zone)::date)
			)
		from due d
	);
end;
$$;
