-- Read by whoever runs the home's people.

alter table app.audit enable row level security;

grant select on app.audit to authenticated;

create policy audit_select_by_manager on app.audit
for select
to authenticated
using (home_id = (select private.my_home()) and (select private.may('lead_home')));
