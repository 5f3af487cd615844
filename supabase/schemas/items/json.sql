-- Items as a view shows them.

-- Items with their readers and events: the open ones and those closed after a day, or (older) a page of those before,
-- of every kind or of one.
create function private.items_json(
	closed_after timestamptz,
	closed_before timestamptz,
	page int,
	of_kind app.item_kind default null
)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
	login uuid := private.my_login();
	child boolean := private.may('speak');
	whole boolean := child and private.is_whole(); -- others see a topic's place among those that they see
begin
	return (
		select coalesce(json_agg(t order by t.sent_at, t.id), '[]')
		from
			(
				select
					i.id,
					i.kind,
					i.child_id,
					i.author_id,
					i.symbol,
					i.words,
					i.picture,
					i.recording,
					i.about_id,
					i.meeting,
					i.about_me,
					i.may_move,
					private.hours(i.unread_within) as unread_hours,
					private.hours(i.answer_within) as answer_hours,
					case
						when whole
						or i.place is null then i.place
						else row_number() over (
							partition by i.child_id, i.closed_at is null
							order by i.place, i.sent_at, i.id
						)
					end as place,
					i.planned_in,
					i.sent_at,
					i.asked_at,
					i.opened_at,
					i.answered_at,
					i.taken_back_at,
					i.closed_at,
					d.doubt,
					child and i.author_id = i.child_id and i.login_id is distinct from login as elsewhere,
					to_json(a.picked) as picked,
					to_json(a.as_key_worker) as as_key_worker,
					case
						when a.item_id is not null then coalesce(l.left_out, '[]')
					end as left_out,
					to_json(a.shown) as shown,
					coalesce(r.readers, '[]') as readers,
					coalesce(e.events, '[]') as events
				from
					app.items i
					left join private.doubts() d on d.login_id = i.login_id
					left join (
						select
							item_id,
							json_agg(
								(select row_to_json(t) from (select person_id, why, words, from_at, until) t)
								order by from_at, person_id, why, until
							) as readers
						from private.readers_of()
						group by item_id
					) r
						on r.item_id = i.id
					left join private.addressed() a on a.item_id = i.id
					left join (
						select
							x.item_id,
							json_agg(
								case x.kind
									when 'answered' then (
										select row_to_json(t)
										from
											(
												select
													x.id,
													person_id,
													at,
													kind,
													answer,
													because,
													will_happen,
													by_day,
													asked_whom,
													asked_on
											) t
									)
									when 'planned' then (select row_to_json(t) from (select x.id, person_id, at, kind, session_id) t)
									when 'helped' then (select row_to_json(t) from (select x.id, person_id, at, kind, helped) t)
									when 'reopened' then (select row_to_json(t) from (select x.id, person_id, at, kind, words) t)
									when 'changed' then (select row_to_json(t) from (select x.id, person_id, at, kind, words, symbol) t)
									when 'handled' then (select row_to_json(t) from (select x.id, person_id, at, kind, by_day) t)
									when 'let_in' then (select row_to_json(t) from (select x.id, person_id, at, kind, whom) t)
									when 'given' then (select row_to_json(t) from (select x.id, person_id, at, kind, whom) t)
									when 'taken_from' then (select row_to_json(t) from (select x.id, person_id, at, kind, whom) t)
									when 'raised' then (
										select row_to_json(t)
										from (select x.id, person_id, at, kind, with_ids, because, told_child, hidden) t
									)
									else (select row_to_json(t) from (select x.id, person_id, at, kind) t)
								end
								order by at, x.id
							) as events
						from app.item_events x
						group by x.item_id
					) e
						on e.item_id = i.id
					left join (
						select item_id, json_agg(person_id order by person_id) as left_out
						from app.left_out
						group by item_id
					) l
						on l.item_id = i.id
				where
					(closed_after is not null and (i.closed_at is null or i.closed_at > closed_after))
					or (i.closed_at < closed_before and (of_kind is null or i.kind = of_kind))
				-- What is open comes first, and of that the oldest.
				order by i.closed_at desc nulls first, i.sent_at, i.id
				limit page
			) t
	);
end;
$$;

grant execute on function private.items_json to authenticated;
