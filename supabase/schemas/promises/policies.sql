-- Read like sessions. Made by the child's key worker or cover; ended by the owner, a key worker or the cover.

alter table app.promises enable row level security;
alter table app.promise_ends enable row level security;

grant select on app.promises, app.promise_ends, app.agreements, app.agreed to authenticated;
grant insert (id, child_id, session_id, owner_id, words, due) on app.promises to authenticated;
grant insert (promise_id, kept, because) on app.promise_ends to authenticated;

create policy promises_select_by_child_or_staff on app.promises
for select
to authenticated
using (child_id = any ((select private.my_children())::uuid[]) or owner_id = (select private.me()));

create policy promises_insert_by_key_worker on app.promises
for insert
to authenticated
with check (
	made_by = (select private.me())
	and home_id = (select private.my_home())
	and private.may('plan_session', child_id)
	and private.is_staff_here(owner_id)
	and (session_id is null or session_id in (select s.id from app.sessions s where s.child_id = promises.child_id))
);

create policy promises_insert_only_as_oneself on app.promises
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy promise_ends_select_with_promise on app.promise_ends
for select
to authenticated
using (promise_id in (select id from app.promises));

create policy promise_ends_insert_by_owner_or_key_worker on app.promise_ends
for insert
to authenticated
with check (
	person_id = (select private.me())
	and promise_id in (
		select p.id
		from app.promises p
		where p.owner_id = (select private.me()) or p.child_id = any ((select private.i_work_with())::uuid[])
	)
);

create policy promise_ends_insert_only_as_oneself on app.promise_ends
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
