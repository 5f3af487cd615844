-- Read like sessions. Offered and agreed to by the child and the child's key worker or cover.

alter table app.agreements enable row level security;
alter table app.agreed enable row level security;

grant select on app.promises, app.promise_ends, app.agreements, app.agreed to authenticated;
grant insert (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) on app.agreements to authenticated;
grant insert (agreement_id) on app.agreed to authenticated;

create policy agreements_select_by_child_or_staff on app.agreements
for select
to authenticated
using (child_id = any ((select private.my_children())::uuid[]));

create policy agreements_insert_by_child_or_key_worker on app.agreements
for insert
to authenticated
with check (
	made_by = (select private.me())
	and home_id = (select private.my_home())
	and (select private.is_own())
	and private.may('offer_agreement', child_id)
);

create policy agreements_insert_only_as_oneself on app.agreements
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy agreed_select_with_agreement on app.agreed
for select
to authenticated
using (agreement_id = any (array(select id from app.agreements)));

create policy agreed_insert_by_child_or_key_worker on app.agreed
for insert
to authenticated
with check (
	person_id = (select private.me())
	and (select private.is_own())
	and agreement_id in (
		select a.id
		from app.agreements a
		where a.child_id = (select private.me()) or a.child_id = any ((select private.i_work_with())::uuid[])
	)
);

create policy agreed_insert_only_as_oneself on app.agreed
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
