-- Read: cards by their home; a picture only through a card or an item that one may read.

alter table app.pictures enable row level security;
alter table app.cards enable row level security;

grant select on app.pictures, app.cards to authenticated;
grant insert (hash, bytes) on app.pictures to authenticated;
grant insert (id, job, things, reach, here, picture) on app.cards to authenticated;

create policy pictures_select_through_card_or_item on app.pictures
for select
to authenticated
using (
	home_id = (select private.my_home())
	and (
		login_id = (select private.my_login())
		or (made_by, hash) in (select person_id, picture from app.cards)
		or (made_by, hash) in (select i.made_by, i.hash from private.pictures_of_items() i)
	)
);

create policy pictures_insert_by_maker on app.pictures
for insert
to authenticated
with check (
	made_by = (select private.me())
	and login_id = (select private.my_login())
	and home_id = (select private.my_home())
);

create policy pictures_insert_only_as_oneself on app.pictures
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy cards_select_by_home on app.cards
for select
to authenticated
using (home_id = (select private.my_home()));

create policy cards_insert_by_staff on app.cards
for insert
to authenticated
with check (
	person_id = (select private.me())
	and home_id = (select private.my_home())
	and (select private.may('listen'))
);

create policy cards_insert_only_as_oneself on app.cards
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);
