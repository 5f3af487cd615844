-- Who is whose key worker, who is away and who covers.

create table app.key_workers (
	id uuid primary key default gen_random_uuid(),
	home_id uuid not null references app.homes,
	child_id uuid not null references app.people,
	worker_id uuid not null references app.people,
	place smallint not null constraint bad_place check (place in (1, 2)),
	from_at timestamptz not null default now(),
	until timestamptz not null default 'infinity',
	because text constraint bad_because check (char_length(because) <= 300)
);

create unique index on app.key_workers (child_id, place) where until = 'infinity';
create unique index on app.key_workers (child_id, worker_id) where until = 'infinity';
create index on app.key_workers (child_id);
create index on app.key_workers (worker_id);
create index on app.key_workers (home_id);

create table app.away (
	id uuid primary key default gen_random_uuid(),
	home_id uuid not null references app.homes,
	worker_id uuid not null references app.people,
	cover_id uuid references app.people constraint covers_another check (cover_id <> worker_id),
	from_at timestamptz not null,
	until timestamptz not null constraint bad_until check (until > from_at)
);

create index on app.away (worker_id);
create index on app.away (cover_id, until);
create index on app.away (home_id);

create table app.refused_covers (
	away_id uuid not null references app.away
		on delete cascade,
	child_id uuid not null default private.me() references app.people,
	at timestamptz not null default now(),
	primary key (away_id, child_id)
);

create index on app.refused_covers (child_id);
