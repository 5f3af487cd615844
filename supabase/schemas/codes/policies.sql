-- Read by whoever made a code, in whose name it is, and by whoever runs the home's people. Never the hash of one.

alter table app.invites enable row level security;

grant select (id, home_id, person_id, made_by, device, made_at, expires_at, used_at, ended_at)
on app.invites
to authenticated;
grant insert (id, person_id, code_hash, device) on app.invites to authenticated;

create policy invites_select_by_maker_person_or_manager on app.invites
for select
to authenticated
using (
	home_id = (select private.my_home())
	and (made_by = (select private.me()) or person_id = (select private.me()) or (select private.may('lead_home')))
);

create policy invites_insert_by_staff on app.invites
for insert
to authenticated
with check (private.may_invite(person_id) and made_by = (select private.me()) and home_id = (select private.my_home()));

create policy invites_insert_only_as_oneself on app.invites
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
