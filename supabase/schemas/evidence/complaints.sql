-- Complaints by stage: only those that stand in the asker's own register, which already shows each of them. So these
-- figures tell nobody anything new: not whom they are about, nor who is left out, nor (as with the house) who was not
-- given one. They are two leaders' two figures, and never stand on paper: whoever held one beside the other, or this
-- month's beside the last one's, would learn of a complaint from the difference, however they were rounded.

create function private.evidence_of_complaints(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
	mine uuid[] := private.readable(
		array(
			select i.id
			from app.items i
			where
				i.home_id = home
				and i.kind = 'complaint'
				and (i.sent_at at time zone zone)::date between first_day and last_day
		)
	);
begin
	return (
		with
			register as (
				select
					i.closed_at is null as is_open,
					now() > i.asked_at + i.answer_within as is_late,
					i.taken_back_at is not null as is_taken_back,
					exists (select from app.item_events e where e.item_id = i.id and e.kind = 'reopened') as again,
					(
						select e.answer
						from app.item_events e
						where e.item_id = i.id and e.kind = 'answered'
						order by e.at desc
						limit 1
					) as answer
				from app.items i
				where i.id = any (mine) and i.id not in (select private.items_without_me())
			),
			ended as (select r.answer from register r where not r.is_open and not r.is_taken_back)
		select
			json_build_object(
				'came',
				count(*),
				'open',
				count(*) filter (where r.is_open),
				'late',
				count(*) filter (where r.is_open and r.is_late),
				'asked_again',
				count(*) filter (where r.again),
				'taken_back',
				count(*) filter (where r.is_taken_back),
				'found',
				(
					select
						json_build_object(
							'upheld',
							count(*) filter (where e.answer = 'upheld'),
							'partly_upheld',
							count(*) filter (where e.answer = 'partly_upheld'),
							'not_upheld',
							count(*) filter (where e.answer = 'not_upheld'),
							'not_mine',
							count(*) filter (where e.answer = 'not_mine')
						)
					from ended e
				)
			)
		from register r
	);
end;
$$;
