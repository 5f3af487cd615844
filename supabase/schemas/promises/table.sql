-- Promises: who does what by when, and whether it was kept.

create table app.promises (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	session_id uuid references app.sessions,
	owner_id uuid not null references app.people,
	made_by uuid not null default private.me() references app.people,
	words text not null constraint promise_needs_words check (private.has_words(words) and char_length(words) <= 300),
	due date not null,
	made_at timestamptz not null default private.said_at()
);

create index on app.promises (child_id);
create index on app.promises (home_id);
create index on app.promises (owner_id);

create table app.promise_ends (
	promise_id uuid primary key references app.promises,
	person_id uuid not null default private.me() references app.people,
	at timestamptz not null default now(),
	kept boolean not null,
	because text constraint because_too_long check (char_length(because) <= 300),
	constraint broken_needs_reason check (kept or private.has_words(because))
);
