-- Evidence of asking and answering: only of what leaves out nobody (private.for_all). What a child took back is not
-- counted: so one that is missing from a later paper may be either, and tells of neither.

-- Month by month: how many were asked, and of those how many have an answer now. And of those that have none, how many
-- are past the days that the child was shown.
create function private.evidence_of_asking(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			asked as (
				select
					to_char(i.sent_at at time zone zone, 'YYYY-MM') as month,
					i.answered_at,
					i.asked_at + i.answer_within as due
				from private.for_all i
				where
					i.home_id = home
					and i.kind = 'wish'
					and i.taken_back_at is null
					and (i.sent_at at time zone zone)::date between first_day and last_day
			),
			months as (
				select to_char(m, 'YYYY-MM') as month
				from generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, '1 month') m
			)
		select
			json_build_object(
				'months',
				json_agg(
					json_build_object('month', m.month, 'asked', coalesce(a.asked, 0), 'answered', coalesce(a.answered, 0))
					order by m.month
				),
				'late',
				coalesce(sum(a.late), 0)
			)
		from
			months m
			left join (
				select
					x.month,
					count(*) as asked,
					count(x.answered_at) as answered,
					count(*) filter (where x.answered_at is null and now() > x.due) as late
				from asked x
				group by x.month
			) a
				on a.month = m.month
	);
end;
$$;

-- The answers of the period. Each asking (a wish is sent, or asked again) is answered once: by the first answer since.
create function private.evidence_of_answers(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			events as materialized (
				select e.item_id, e.kind, e.at, e.answer, e.helped, i.sent_at, i.answer_within
				from
					private.for_all i
					join app.item_events e on e.item_id = i.id
				where
					i.home_id = home
					and i.kind = 'wish'
					and i.taken_back_at is null
					and e.kind in ('answered', 'reopened', 'helped')
			),
			-- Which asking each of them follows.
			rounds as (
				select e.*, coalesce(max(e.at) filter (where e.kind = 'reopened') over earlier, e.sent_at) as asked_at
				from events e
				window
					earlier as (
						partition by e.item_id
						order by e.at
						rows unbounded preceding
					)
			),
			answers as (
				select distinct on (r.item_id, r.asked_at)
					r.answer,
					r.at,
					r.at - r.asked_at as took,
					r.answer_within
				from rounds r
				where r.kind = 'answered'
				order by r.item_id, r.asked_at, r.at
			),
			given as (
				select a.answer, private.whole_days(a.took) as days, a.took > a.answer_within as late
				from answers a
				where (a.at at time zone zone)::date between first_day and last_day
			),
			since as (select * from events e where (e.at at time zone zone)::date between first_day and last_day)
		select
			json_build_object(
				'kinds',
				json_build_object(
					'yes',
					count(*) filter (where g.answer = 'yes'),
					'partly',
					count(*) filter (where g.answer = 'partly'),
					'no',
					count(*) filter (where g.answer = 'no'),
					'not_now',
					count(*) filter (where g.answer = 'not_now'),
					'not_mine',
					count(*) filter (where g.answer = 'not_mine')
				),
				'late',
				count(*) filter (where g.late),
				'days',
				json_build_array(
					count(*) filter (where g.days < 2),
					count(*) filter (where g.days between 2 and 3),
					count(*) filter (where g.days between 4 and 7),
					count(*) filter (where g.days between 8 and 14),
					count(*) filter (where g.days > 14)
				),
				'took',
				private.spread(array_agg(g.days)),
				'asked_again',
				(select private.or_fewer(count(*)) from since s where s.kind = 'reopened'),
				'did_not_help',
				(select private.or_fewer(count(*)) from since s where s.kind = 'helped' and s.helped = 'no')
			)
		from given g
	);
end;
$$;
