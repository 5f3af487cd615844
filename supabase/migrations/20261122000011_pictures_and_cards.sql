-- Intro cards and pictures. Pictures are drawings, or a worker's photo: never a photo of a child.
-- Read: cards by their home; a picture only through a card or an item that one may read. Both are kept as they were.

create table app.pictures (
	home_id uuid not null default private.my_home() references app.homes,
	made_by uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins, -- null: put there by the owner of the database
	hash text not null constraint bad_picture check (hash ~ '^[0-9a-f]{64}$'),
	bytes bytea not null constraint picture_too_big check (length(bytes) between 12 and 61440),
	at timestamptz not null default now(),
	unique nulls not distinct (made_by, hash, login_id),
	constraint picture_is_its_hash check (hash = encode(sha256(bytes), 'hex')),
	constraint not_a_picture check (substring(bytes from 1 for 3) = '\xffd8ff' or substring(bytes from 1 for 8) = '\x89504e470d0a1a0a'
		or (substring(bytes from 1 for 4) = '\x52494646' and substring(bytes from 9 for 4) = '\x57454250'))
);
create table app.cards (
	id uuid primary key,
	person_id uuid not null default private.me() references app.people,
	home_id uuid not null default private.my_home() references app.homes,
	job text not null constraint job_too_long check (char_length(job) <= 300),
	things jsonb not null constraint bad_things check (private.are_things(things) and jsonb_array_length(things) <= 3 and length(things::text) <= 2000),
	reach text not null constraint reach_too_long check (char_length(reach) <= 300),
	here text not null constraint here_too_long check (char_length(here) <= 300),
	picture text constraint bad_picture check (picture ~ '^[0-9a-f]{64}$'),
	at timestamptz not null default clock_timestamp()
);
create index on app.pictures (home_id, hash);
create index on app.cards (home_id, person_id, at desc);

-- Did I put this picture here? An item or a card may only show a picture of its author's.
create function private.has_picture(hash text) returns void language plpgsql stable set search_path = '' as $$
begin
	if hash is not null and not exists (select from app.pictures p where p.made_by = (select private.me()) and p.hash = has_picture.hash)
	then perform private.refuse('no_such_picture'); end if;
end $$;
grant execute on function private.has_picture to authenticated;

alter table app.pictures enable row level security;
alter table app.cards enable row level security;
grant select on app.pictures, app.cards to authenticated;
grant insert (hash, bytes) on app.pictures to authenticated;
grant insert (id, job, things, reach, here, picture) on app.cards to authenticated;

create policy cards_select_by_home on app.cards for select to authenticated
	using (home_id = (select private.my_home()));
create policy cards_insert_by_staff on app.cards for insert to authenticated
	with check (person_id = (select private.me()) and home_id = (select private.my_home()) and (select private.my_role()) <> 'child');
create policy pictures_select_through_card_or_item on app.pictures for select to authenticated
	using (home_id = (select private.my_home()) and (login_id = (select private.my_login())
		or (made_by, hash) in (select person_id, picture from app.cards)
		or (made_by, hash) in (select author_id, picture from app.items)));
create policy pictures_insert_by_maker on app.pictures for insert to authenticated
	with check (made_by = (select private.me()) and login_id = (select private.my_login()) and home_id = (select private.my_home()));

-- args: hash (SHA-256 of the bytes, hex), data (base64). Put twice is put once.
create function calls.put_picture(args jsonb) returns void language sql set search_path = '' as $$
	insert into app.pictures (hash, bytes) values (args ->> 'hash', decode(args ->> 'data', 'base64')) on conflict do nothing
$$;
create function calls.save_card(args jsonb) returns void language plpgsql set search_path = '' as $$
begin
	perform private.has_picture(args ->> 'picture');
	insert into app.cards (id, job, things, reach, here, picture)
	values ((args ->> 'id')::uuid, args ->> 'job', args -> 'things', args ->> 'reach', args ->> 'here', args ->> 'picture');
end $$;
