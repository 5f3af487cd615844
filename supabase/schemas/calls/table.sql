-- Every write is a call {id, name, args}. apply_calls is the only door: it does each call once, however often it
-- comes. A refused call leaves nothing behind, so it may be mended and sent again under the same id.

create table app.calls (
	person_id uuid not null default private.me() references app.people,
	id uuid not null, -- made on the device; unique for one person, so nobody learns of another's ids
	login_id uuid not null default private.my_login() references app.logins,
	-- Counts this login's calls: my_view says up to which one it knows. (A person's would tell a device that an adult
	-- added how much the child says elsewhere.)
	seq bigint not null,
	name text not null,
	args_hash bytea not null,
	at timestamptz not null default now(),
	primary key (person_id, id),
	unique (login_id, seq)
);
