-- Read by the child, the child's key workers, who covers for them, and the manager.

alter table app.sessions enable row level security;
alter table app.session_events enable row level security;

grant select on app.sessions, app.session_events to authenticated;
grant insert (id, child_id, starts_at) on app.sessions to authenticated;
grant
	insert (
		id,
		session_id,
		kind,
		starts_at,
		place,
		how,
		purpose,
		aims,
		unplanned,
		because,
		symbol,
		words,
		talked,
		came,
		went,
		good,
		mine,
		ended,
		other_day,
		other_part
	)
on app.session_events
to authenticated;

create policy sessions_select_by_child_or_staff on app.sessions
for select
to authenticated
using (child_id = any ((select private.my_children())::uuid[]));

create policy sessions_insert_by_key_worker on app.sessions
for insert
to authenticated
with check (
	with_id = (select private.me())
	and home_id = (select private.my_home())
	and private.may('plan_session', child_id)
);

create policy sessions_insert_only_as_oneself on app.sessions
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy session_events_select_with_session on app.session_events
for select
to authenticated
using (session_id in (select id from app.sessions)); -- hashed once: a view asks session by session
create policy session_events_insert_by_child_or_key_worker on app.session_events
for insert
to authenticated
with check (
	person_id = (select private.me())
	and session_id in (
		select s.id
		from app.sessions s
		where
			case
				when kind in ('how_picked', 'other_time_asked', 'not_today', 'tapped') then s.child_id = (select private.me())
				and (kind <> 'tapped' or (select private.is_own()))
				else s.child_id = any ((select private.i_work_with())::uuid[])
			end
	)
);

create policy session_events_insert_only_as_oneself on app.session_events
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
