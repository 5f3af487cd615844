-- A one-time code brings a device to a person. The code is made on the staff device and only its hash is sent: it is
-- never in the database, nor in the kept outcome of a call.

create table app.invites (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	person_id uuid not null references app.people,
	made_by uuid default private.me() references app.people, -- null: made by the owner of the database (set-up, demo)
	made_by_login uuid default private.my_login() references app.logins,
	code_hash bytea not null unique constraint bad_code_hash check (length(code_hash) = 32),
	device text not null constraint bad_device
		check (private.has_words(device) and device = private.shown_name(device) and char_length(device) <= 60),
	made_at timestamptz not null default private.said_at(),
	expires_at timestamptz not null default now() + interval '1 day',
	used_by uuid unique,
	used_at timestamptz,
	ended_at timestamptz -- taken back, or a newer one was made
);

create index on app.invites (home_id);
create index on app.invites (person_id);
