-- Read by whoever works with children here; added by a child.

alter table app.unclear enable row level security;

grant select on app.unclear to authenticated;
grant insert (page, version) on app.unclear to authenticated;

create policy unclear_select_by_staff on app.unclear
for select
to authenticated
using (home_id = (select private.my_home()) and (select private.may('see_unclear')));

create policy unclear_insert_by_child on app.unclear
for insert
to authenticated
with check (
	home_id = (select private.my_home())
	and (select private.may('speak'))
	and (version is null or private.is_version_of(page, version))
);

create policy unclear_insert_only_as_oneself on app.unclear
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
