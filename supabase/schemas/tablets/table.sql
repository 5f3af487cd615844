-- A tablet of the home that shows what the home wrote in its guide, also when no drawer is open. It is nobody: no
-- person and no login, so that private.me() is null for it and every policy gives it nothing. It may ask one thing,
-- home_guide.

-- One row from the code to its end. The code is made on the staff device and only its hash is sent, as with a
-- person's.
create table app.tablets (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	made_by uuid not null default private.me() references app.people,
	code_hash bytea not null unique constraint bad_code_hash check (length(code_hash) = 32),
	device text not null constraint bad_device
		check (private.has_words(device) and device = private.shown_name(device) and char_length(device) <= 60),
	made_at timestamptz not null default private.said_at(),
	expires_at timestamptz not null default now() + interval '1 day',
	used_by uuid unique,
	used_at timestamptz,
	cut_off_at timestamptz
);

create index on app.tablets (home_id);
