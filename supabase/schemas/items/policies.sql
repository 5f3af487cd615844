-- Who may do what with items. Child: says, picks, leaves out, changes a topic, reopens, takes back, lets in.
-- Reader: opens, plans, answers, deals with a complaint, shares to keep safe. Nobody updates or deletes: there is no
-- grant. State columns cannot be written: the grants name the others.

alter table app.items enable row level security;
alter table app.item_readers enable row level security;
alter table app.left_out enable row level security;
alter table app.shown enable row level security;
alter table app.item_events enable row level security;

grant select on app.items, app.left_out, app.item_events to authenticated; -- readers: ask the rule instead
grant insert (id, kind, child_id, symbol, words, picture, recording, about_id, meeting, about_me, may_move)
on app.items
to authenticated;
grant insert on app.item_readers, app.left_out, app.shown to authenticated;
grant
	insert (
		id,
		item_id,
		kind,
		answer,
		because,
		will_happen,
		by_day,
		asked_whom,
		asked_on,
		session_id,
		helped,
		words,
		symbol,
		whom,
		with_ids,
		worry_about,
		told_child,
		hidden
	)
on app.item_events
to authenticated;

create policy items_select_by_reader on app.items
for select
to authenticated
using (id = any ((select private.items_i_can_read())::uuid[]));

-- Beats everything that any other policy may ever allow.
create policy items_never_if_left_out on app.items
as restrictive
for select
to authenticated
using (id not in (select private.items_without_me()));

create policy items_insert_by_child_or_note_taker on app.items
for insert
to authenticated
with check (
	author_id = (select private.me())
	and home_id = (select private.my_home())
	and case
		when kind = 'note' then (select private.may('listen'))
		and private.is_child_here(child_id)
		else (select private.may('speak'))
		and child_id = (select private.me())
	end
	and (about_id is null or private.was_staff_here(about_id))
);

create policy items_insert_only_as_oneself on app.items
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy item_readers_insert_by_author on app.item_readers
for insert
to authenticated
with check (private.is_my_item(item_id) and private.may_pick(reader_id, relation_id, private.child_of(item_id)));

create policy item_readers_insert_only_as_oneself on app.item_readers
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy left_out_select_by_author on app.left_out
for select
to authenticated
using (item_id = any ((select private.my_items())::uuid[]));

create policy left_out_insert_by_author on app.left_out
for insert
to authenticated
with check (private.is_my_item(item_id) and private.was_staff_here(person_id));

create policy left_out_insert_only_as_oneself on app.left_out
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy shown_insert_by_author on app.shown
for insert
to authenticated
with check (private.is_my_item(item_id) and private.was_staff_here(person_id));

create policy shown_insert_only_as_oneself on app.shown
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy item_events_select_by_reader on app.item_events
for select
to authenticated
using (
	item_id = any ((select private.items_i_can_read())::uuid[])
	and case
		when (select private.may('speak')) then not hidden
		and (only_for is null or (select private.is_whole()) or item_id = any ((select private.my_items())::uuid[]))
		else only_for is null
		or (
			(select private.me()) = any (only_for)
			and (worry_about is null or worry_about <> all ((select private.reached_by())::uuid[]))
			and ((select private.is_own()) or only_for @> (select private.reached_by()))
		)
	end
);

create policy item_events_never_if_left_out on app.item_events
as restrictive
for select
to authenticated
using (item_id not in (select private.items_without_me()));

create policy item_events_insert_by_author_or_reader on app.item_events
for insert
to authenticated
with check (
	person_id = (select private.me())
	and private.can_read(item_id)
	and case
		when kind in ('helped', 'reopened', 'taken_back', 'changed', 'given', 'taken_from') then private.is_my_item(item_id)
		when kind = 'let_in' then private.is_my_item(item_id)
		and (select private.is_own())
		when kind = 'disowned' then (select private.is_own())
		and private.was_said_elsewhere(item_id)
		else (select private.may('listen'))
	end
);

create policy item_events_insert_only_as_oneself on app.item_events
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
