-- Homes, the people in them, their logins, who is whose key worker, who is away and who covers.
-- Read: your own home (a child sees the staff, never another child). Changed only through calls.

create type app.role as enum ('child', 'worker', 'manager', 'responsible_individual');
create type app.nation as enum ('england', 'wales', 'scotland', 'northern_ireland');

create table app.homes (
	id uuid primary key default gen_random_uuid(),
	name text not null constraint bad_name check (private.has_words(name) and name = private.shown_name(name)) constraint name_too_long check (char_length(name) <= 60),
	nation app.nation not null default 'england',
	time_zone text not null default 'Europe/London',
	labels jsonb not null default '{}' constraint bad_labels check (private.are_labels(labels)),
	rhythm_days int default 7 constraint bad_rhythm check (rhythm_days between 1 and 60),
	unread_within interval not null default '24 hours',
	answer_within interval not null default '7 days',
	reading_days int not null default 90 constraint bad_reading_days check (reading_days between 28 and 366), -- after a child left
	demo boolean not null default false,
	made_at timestamptz not null default now(),
	constraint bad_unread check (unread_within between '1 hour' and '30 days' and answer_within between '1 hour' and '60 days')
);

create table app.people (
	id uuid primary key,
	home_id uuid not null references app.homes,
	role app.role not null,
	name text not null constraint bad_name check (private.has_words(name) and name = private.shown_name(name))
		constraint mixed_letters check (not private.is_mixed(name)) constraint name_too_long check (char_length(name) <= 40),
	picture text constraint bad_picture check (picture ~ '^[a-z_]{1,30}$'), -- a face from the app's own set
	not_at_work_since timestamptz, -- a neutral state that cuts access at once; nobody need know why
	left_at timestamptz,
	made_at timestamptz not null default now(),
	constraint children_do_not_work check (role <> 'child' or not_at_work_since is null)
);

-- A child's account is one device; a staff account is an e-mail and a password. One account may be a person in
-- several homes. whole: made by the home's owner, or a staff member's first: it never waits for approval (law 1).
create table app.logins (
	id uuid primary key default gen_random_uuid(),
	account_id uuid not null references auth.users on delete cascade,
	person_id uuid not null references app.people,
	home_id uuid not null references app.homes,
	device text not null,
	invited_by uuid references app.people,
	invited_by_login uuid references app.logins, -- who held the code: null, the owner of the database
	whole boolean not null default false,
	made_at timestamptz not null default clock_timestamp(),
	cut_off_at timestamptz,
	disowned_at timestamptz, -- two adults settled that it was never this person's
	-- What follows from all that is known of the home's logins (standing.sql), and from nothing else.
	own boolean not null default false, -- the person's own, as far as anybody can know: it speaks and decides for them
	frozen boolean not null default false, -- stopped by another device of the child, or one of two that dispute: it reads nothing new
	reached_by uuid[] not null default '{}', -- adults whose codes lead to it, and whom nobody else's yes rules out
	unique (account_id, person_id)
);

-- Who vouched for a login: another login of the same person, or an adult of the home.
create table app.login_approvals (
	login_id uuid not null references app.logins on delete cascade,
	by_login uuid not null references app.logins on delete cascade,
	by_person uuid not null references app.people,
	at timestamptz not null default clock_timestamp(),
	primary key (login_id, by_person, by_login)
);

-- A child's device that another device of the child stopped. It may say that it is the child's all the same: then neither
-- reads anything new until two adults, neither of whom made either, say yes to one of them.
create table app.login_stops (
	id uuid primary key default gen_random_uuid(),
	login_id uuid not null references app.logins on delete cascade,
	by_login uuid not null references app.logins on delete cascade check (by_login <> login_id),
	at timestamptz not null default clock_timestamp(),
	contested_at timestamptz,
	ended_at timestamptz
);

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

create table app.away (
	id uuid primary key default gen_random_uuid(),
	home_id uuid not null references app.homes,
	worker_id uuid not null references app.people,
	cover_id uuid references app.people constraint covers_another check (cover_id <> worker_id),
	from_at timestamptz not null,
	until timestamptz not null constraint bad_until check (until > from_at)
);

create table app.refused_covers (
	away_id uuid not null references app.away on delete cascade,
	child_id uuid not null references app.people,
	at timestamptz not null default now(),
	primary key (away_id, child_id)
);

create index on app.people (home_id);
-- A child picks by name and face: nobody of the staff may pass for somebody else, nor for somebody who left and stands in what was
-- said. Children may be called what they like, also like an adult or like each other: the screens tell those apart
-- (src/lib/domain/text/alike.ts).
create unique index name_taken on app.people (home_id, private.name_form(name)) where role <> 'child';
create index on app.logins (person_id);
create index on app.logins (home_id);
create index on app.login_approvals (by_login);
create index on app.logins (invited_by_login);
create unique index on app.login_stops (login_id) where ended_at is null;
create index on app.login_stops (login_id);
create index on app.login_stops (by_login);
create unique index on app.key_workers (child_id, place) where until = 'infinity';
create unique index on app.key_workers (child_id, worker_id) where until = 'infinity';
create index on app.key_workers (child_id);
create index on app.key_workers (worker_id);
create index on app.key_workers (home_id);
create index on app.away (worker_id);
create index on app.away (cover_id);
create index on app.away (home_id);
create index on app.refused_covers (child_id);
