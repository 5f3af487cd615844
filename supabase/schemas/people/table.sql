-- Homes and the people in them. Changed only through calls.

create type app.role as enum ('child', 'worker', 'manager', 'responsible_individual');

create type app.nation as enum ('england', 'wales', 'scotland', 'northern_ireland');

create table app.homes (
	id uuid primary key default gen_random_uuid(),
	name text not null,
	nation app.nation not null default 'england',
	time_zone text not null default 'Europe/London',
	labels jsonb not null default '{}' constraint bad_labels check (private.are_labels(labels)),
	rhythm_days int default 7 constraint bad_rhythm check (rhythm_days between 1 and 60),
	unread_within interval not null default '24 hours',
	answer_within interval not null default '7 days',
	complaint_within interval not null default '28 days',
	-- How long a child who left reads on.
	reading_days int not null default 90 constraint bad_reading_days check (reading_days between 28 and 366),
	recordings boolean not null default true, -- may children say something aloud? What was said before stays
	demo boolean not null default false,
	made_at timestamptz not null default now(),
	constraint bad_name check (private.has_words(name) and name = private.shown_name(name)),
	constraint name_too_long check (char_length(name) <= 60),
	constraint bad_unread
		check (
			unread_within between '1 hour' and '30 days'
			and answer_within between '1 hour' and '60 days'
			and complaint_within between '1 hour' and '60 days'
		)
);

create table app.people (
	id uuid primary key,
	home_id uuid not null references app.homes,
	role app.role not null,
	name text not null,
	picture text constraint bad_picture check (picture ~ '^[a-z_]{1,30}$'), -- a face from the app's own set
	pronouns text not null default '' constraint pronouns_too_long check (char_length(pronouns) <= 40),
	not_at_work_since timestamptz, -- a neutral state that cuts access at once; nobody need know why
	left_at timestamptz,
	made_at timestamptz not null default now(),
	constraint bad_name check (private.has_words(name) and name = private.shown_name(name)),
	constraint mixed_letters check (not private.is_mixed(name)),
	constraint name_too_long check (char_length(name) <= 40),
	constraint children_do_not_work check (role <> 'child' or not_at_work_since is null)
);

create index on app.people (home_id);
-- A child picks by name and face: nobody of the staff may pass for somebody else, nor for somebody who left and stands
-- in what was said. Children may be called what they like, also like an adult or like each other: the screens tell
-- those apart (src/lib/domain/text/alike.ts).
create unique index name_taken on app.people (home_id, private.name_form(name)) where role <> 'child';
