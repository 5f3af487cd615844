-- Read and added by whoever works with children here. Never the hash of a code.

alter table app.tablets enable row level security;

grant select (id, home_id, made_by, device, made_at, expires_at, used_at, cut_off_at) on app.tablets to authenticated;
grant insert (id, code_hash, device) on app.tablets to authenticated;

create policy tablets_select_by_staff on app.tablets
for select
to authenticated
using (home_id = (select private.my_home()) and (select private.may('pair_tablet')));

create policy tablets_insert_by_staff on app.tablets
for insert
to authenticated
with check (
	home_id = (select private.my_home())
	and made_by = (select private.me())
	and (select private.may('pair_tablet'))
);

create policy tablets_insert_only_as_oneself on app.tablets
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
