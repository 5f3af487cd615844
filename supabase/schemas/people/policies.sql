-- Read: your own home. A child sees the staff, never another child.

alter table app.homes enable row level security;
alter table app.people enable row level security;

grant select on app.homes, app.people to authenticated;

create policy homes_select_by_home on app.homes
for select
to authenticated
using (id = (select private.my_home()));

create policy people_select_by_home on app.people
for select
to authenticated
using (
	home_id = (select private.my_home())
	and (role <> 'child' or id = (select private.me()) or (select private.may('listen')))
);
