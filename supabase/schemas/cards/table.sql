-- Intro cards, pictures and recordings. Pictures are drawings, or a worker's photo: never a photo of a child. A
-- recording is what a child said aloud; it travels, is sealed and is read as a picture is. All are kept as they were.

create table app.pictures (
	home_id uuid not null default private.my_home() references app.homes,
	made_by uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins, -- null: put there by the owner of the database
	hash text not null constraint bad_picture check (hash ~ '^[0-9a-f]{64}$'),
	bytes bytea not null,
	at timestamptz not null default now(),
	-- By its first bytes, as a browser records: WebM, Ogg, MP4.
	is_sound boolean not null generated always as (
		substring(bytes, 1, 4) in ('\x1a45dfa3', '\x4f676753')
		or substring(bytes, 5, 4) = '\x66747970'
	) stored,
	constraint picture_too_big check (length(bytes) >= 12 and (is_sound or length(bytes) <= 61440)),
	constraint recording_too_big check (not is_sound or length(bytes) <= 122880),
	constraint picture_is_its_hash check (hash = encode(sha256(bytes), 'hex')),
	constraint not_a_picture
		check (
			is_sound
			or substring(bytes, 1, 3) = '\xffd8ff'
			or substring(bytes, 1, 8) = '\x89504e470d0a1a0a'
			or (substring(bytes, 1, 4) = '\x52494646' and substring(bytes, 9, 4) = '\x57454250')
		)
);

create unique index pictures_made_by_hash_login_id_key on app.pictures (made_by, hash, login_id) nulls not distinct;
create index on app.pictures (home_id, hash);

create table app.cards (
	id uuid primary key,
	person_id uuid not null default private.me() references app.people,
	home_id uuid not null default private.my_home() references app.homes,
	job text not null constraint job_too_long check (char_length(job) <= 300),
	things jsonb not null constraint bad_things
		check (private.are_things(things) and jsonb_array_length(things) <= 3 and length(things::text) <= 2000),
	reach text not null constraint reach_too_long check (char_length(reach) <= 300),
	here text not null constraint here_too_long check (char_length(here) <= 300),
	picture text constraint bad_picture check (picture ~ '^[0-9a-f]{64}$'),
	at timestamptz not null default clock_timestamp()
);

create index on app.cards (home_id, person_id, at desc);
