-- Read: your own home; a child, who its own key workers are.

alter table app.key_workers enable row level security;
alter table app.away enable row level security;
alter table app.refused_covers enable row level security;

grant select on app.away, app.refused_covers to authenticated;
-- Why one ended: private.why_ended.
grant select (id, home_id, child_id, worker_id, place, from_at, until) on app.key_workers to authenticated;
grant insert (away_id) on app.refused_covers to authenticated;

create policy key_workers_select_by_child_or_staff on app.key_workers
for select
to authenticated
using (home_id = (select private.my_home()) and (child_id = (select private.me()) or (select private.may('listen'))));

create policy away_select_by_home on app.away
for select
to authenticated
using (home_id = (select private.my_home()));

create policy refused_covers_select_by_child_or_staff on app.refused_covers
for select
to authenticated
using (
	child_id = (select private.me())
	or (away_id = any (array(select id from app.away)) and (select private.may('listen')))
);

create policy refused_covers_insert_by_child on app.refused_covers
for insert
to authenticated
with check (
	child_id = (select private.me())
	and (select private.may('speak'))
	and (select private.is_own())
	and away_id in (select id from app.away)
);

create policy refused_covers_insert_only_as_oneself on app.refused_covers
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
