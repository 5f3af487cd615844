-- Read and added by the login that made it.

alter table app.calls enable row level security;

grant select on app.calls to authenticated;
grant insert (id, seq, name, args_hash) on app.calls to authenticated;

create policy calls_select_by_login on app.calls
for select
to authenticated
using (login_id = (select private.my_login()));

create policy calls_insert_by_login on app.calls
for insert
to authenticated
with check (person_id = (select private.me()) and login_id = (select private.my_login()));

create policy calls_insert_only_as_oneself on app.calls
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
