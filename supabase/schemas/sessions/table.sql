-- Our time. Adults' plans and records, written to the child: the screens say who reads them where they are written.
-- What a child shares is an item, with its own readers; a session names no item.

create type app.how as enum ('talk', 'walk', 'drive', 'activity');

create type app.session_event_kind as enum (
	'planned',
	'changed',
	'cancelled',
	'how_picked',
	'other_time_asked',
	'not_today',
	'recorded',
	'tapped'
);

create table app.sessions (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	with_id uuid not null default private.me() references app.people,
	starts_at timestamptz not null,
	state text not null default 'planned' check (state in ('planned', 'cancelled', 'recorded')),
	made_at timestamptz not null default now()
);

create index on app.sessions (child_id);
create index on app.sessions (home_id);

create table app.session_events (
	id uuid primary key,
	session_id uuid not null references app.sessions,
	person_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins,
	kind app.session_event_kind not null,
	at timestamptz not null default clock_timestamp(),
	starts_at timestamptz,
	place text constraint place_too_long check (char_length(place) <= 300),
	how app.how,
	purpose text constraint purpose_too_long check (char_length(purpose) <= 5000),
	aims text[] not null default '{}' constraint bad_aims
		check (aims <@ '{together,progress,issue,review,court,future,past,settling}'),
	unplanned boolean not null default false, -- put down when it had taken place
	because text constraint because_too_long check (char_length(because) <= 300),
	other_day date,
	other_part text constraint bad_part check (other_part in ('morning', 'midday', 'afternoon', 'evening')),
	symbol text constraint bad_symbol check (symbol ~ '^[a-z_]{1,30}$'),
	words text constraint too_many_words check (char_length(words) <= 5000),
	talked text constraint talked_too_long check (char_length(talked) <= 5000),
	came text constraint came_too_long check (char_length(came) <= 5000),
	went text constraint went_too_long check (char_length(went) <= 5000),
	good text constraint good_too_long check (char_length(good) <= 300),
	mine text constraint bad_mine check (mine in ('yes', 'a_bit', 'no')),
	ended text constraint bad_ended check (ended in ('good', 'ok', 'hard')),
	constraint plan_is_whole
		check (
			kind not in ('planned', 'changed')
			or (starts_at is not null and private.has_words(place) and how is not null and purpose is not null) is true
		),
	constraint cancel_needs_reason check (kind <> 'cancelled' or private.has_words(because)),
	constraint how_picked_needs_how check (kind <> 'how_picked' or how is not null),
	constraint other_time_needs_words
		check (kind <> 'other_time_asked' or private.has_words(words) or other_day is not null or other_part is not null),
	constraint record_needs_talked
		check (
			kind <> 'recorded'
			or (private.has_words(talked) and came is not null and went is not null and good is not null) is true
		),
	constraint taps_are_two check (kind <> 'tapped' or (mine is not null and ended is not null))
);

create index on app.session_events (session_id);

create trigger never_changes
before update or delete on app.session_events
for each statement
execute function private.never_changes();
