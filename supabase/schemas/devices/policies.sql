-- Read: a person's own logins, those of the children whose time one plans, all of the home's for whoever runs its
-- people.

alter table app.logins enable row level security;
alter table app.login_approvals enable row level security;
alter table app.login_stops enable row level security;

grant select on app.logins, app.login_approvals, app.login_stops to authenticated;

create policy logins_select_by_owner_or_staff on app.logins
for select
to authenticated
using (
	person_id = (select private.me())
	or person_id = any ((select private.my_children())::uuid[])
	or (home_id = (select private.my_home()) and (select private.may('lead_home')))
);

create policy login_approvals_select_with_login on app.login_approvals
for select
to authenticated
using (login_id = any (array(select id from app.logins)));

create policy login_stops_select_with_login on app.login_stops
for select
to authenticated
using (login_id = any (array(select id from app.logins)));
