-- Read: by a child what is in force, by the staff of the home every version.

alter table app.sections enable row level security;
alter table app.section_approvals enable row level security;

grant select on app.sections, app.section_approvals to authenticated;
grant insert (id, section, lines, review_by) on app.sections to authenticated;
grant insert (section_id) on app.section_approvals to authenticated;

create policy sections_select_by_home on app.sections
for select
to authenticated
using (
	home_id = (select private.my_home())
	and ((select private.may('listen')) or id in (select private.sections_in_force()))
);

create policy sections_insert_by_manager on app.sections
for insert
to authenticated
with check (
	author_id = (select private.me())
	and home_id = (select private.my_home())
	and (select private.may('run_home'))
);

create policy sections_insert_only_as_oneself on app.sections
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy section_approvals_select_with_section on app.section_approvals
for select
to authenticated
using (section_id in (select id from app.sections));

create policy section_approvals_insert_by_second_adult on app.section_approvals
for insert
to authenticated
with check (person_id = (select private.me()) and section_id in (select private.sections_to_approve()));

create policy section_approvals_insert_only_as_oneself on app.section_approvals
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
