-- Items: a wish, topic, complaint, request, note, page for a review (meeting) or what a child tells of themselves
-- (about_me); whom its author picked, left out and was shown; what happened since. Records: nobody may change or
-- remove a row; state columns follow the events by trigger only.

create type app.item_kind as enum ('wish', 'topic', 'complaint', 'request', 'note', 'meeting', 'about_me');

create type app.item_event_kind as enum (
	'opened',
	'planned',
	'unplanned',
	'answered',
	'helped',
	'reopened',
	'taken_back',
	'changed',
	'handled',
	'let_in',
	'given',
	'taken_from',
	'raised',
	'disowned'
);

create table app.items (
	id uuid primary key, -- made on the device
	kind app.item_kind not null,
	home_id uuid not null default private.my_home() references app.homes, -- where it was said: it stays there
	child_id uuid not null default private.me() references app.people,
	author_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins, -- null: put there by the database's owner (demo)
	symbol text constraint bad_symbol check (symbol ~ '^[a-z_]{1,30}$'),
	words text not null constraint too_long check (char_length(words) <= 5000),
	picture text constraint bad_picture check (picture ~ '^[0-9a-f]{64}$'),
	recording text constraint bad_recording check (recording ~ '^[0-9a-f]{64}$'), -- what the child said aloud
	about_id uuid references app.people,
	meeting jsonb, -- of a page for a review: what stands on it
	about_me jsonb, -- of what a child tells of themselves
	may_move boolean not null default false, -- may the words move to the next person, or only "something waits"?
	unread_within interval, -- the rule that the child was shown; null: this kind never moves
	answer_within interval,
	place int, -- a topic's place on the list
	planned_in uuid references app.sessions,
	sent_at timestamptz not null default private.said_at(),
	asked_at timestamptz not null default private.said_at(), -- sent, or last reopened
	opened_at timestamptz, -- first opened since it was asked
	answered_at timestamptz,
	taken_back_at timestamptz,
	closed_at timestamptz, -- answered, taken back, or (a topic) talked about
	constraint nothing_said
		check (
			private.has_words(words)
			or symbol is not null
			or picture is not null
			or recording is not null
			or (meeting <> '{"parts": [], "there": [], "not_there": [], "how": null}') is true
			or (about_me <> '{"parts": []}') is true
		),
	constraint bad_meeting
		check (
			case kind
				when 'meeting' then private.is_meeting(meeting)
				else meeting is null
			end
		),
	constraint bad_about_me
		check (
			case kind
				when 'about_me' then private.is_about_me(about_me)
				else about_me is null
			end
		),
	constraint note_is_by_an_adult check ((kind = 'note') = (author_id <> child_id)),
	constraint about_whom
		check (
			case kind
				when 'complaint' then true
				when 'request' then about_id is not null
				else about_id is null
			end
		)
);

create index on app.items (child_id, closed_at);
create index on app.items (home_id, closed_at);
create index on app.items (login_id);
create index on app.items (author_id) where kind = 'note';
create index on app.items (planned_in) where planned_in is not null;
create index on app.items (about_id) where about_id is not null;
create index on app.items (home_id, picture) where picture is not null;
create index on app.items (home_id, recording) where recording is not null;

create trigger never_goes
before delete on app.items
for each statement
execute function private.never_changes();

create table app.item_readers (
	item_id uuid not null references app.items,
	reader_id uuid not null references app.people,
	relation_id uuid references app.key_workers, -- picked as "my key worker": then the child's other key workers are next
	primary key (item_id, reader_id)
);

create index on app.item_readers (reader_id);

create table app.left_out (
	item_id uuid not null references app.items,
	person_id uuid not null references app.people,
	primary key (item_id, person_id)
);

create index on app.left_out (person_id);

-- The faces that were shown before sending, and those that the child said yes to later (law 3).
create table app.shown (
	item_id uuid not null references app.items,
	person_id uuid not null references app.people,
	primary key (item_id, person_id)
);

create table app.item_events (
	id uuid primary key,
	item_id uuid not null references app.items,
	person_id uuid not null default private.me() references app.people,
	kind app.item_event_kind not null,
	at timestamptz not null default clock_timestamp(), -- in order, also inside one batch
	answer text constraint bad_answer
		check (answer in ('yes', 'partly', 'no', 'not_now', 'not_mine', 'upheld', 'partly_upheld', 'not_upheld')),
	because text,
	will_happen text, -- what the adults do now
	by_day date,
	asked_whom text constraint bad_asked_whom check (char_length(asked_whom) <= 300),
	asked_on date,
	session_id uuid references app.sessions,
	helped text constraint bad_helped check (helped in ('yes', 'a_bit', 'no')),
	words text constraint too_many_words check (char_length(words) <= 5000),
	symbol text constraint bad_symbol check (symbol ~ '^[a-z_]{1,30}$'),
	whom uuid references app.people,
	with_ids uuid[],
	worry_about uuid references app.people,
	told_child boolean,
	hidden boolean not null default false, -- from the child, since seeing it would be unsafe (law 9)
	only_for uuid[], -- which adults see this event; null: every reader
	constraint too_long check (char_length(because) <= 5000 and char_length(will_happen) <= 5000),
	-- "is not null" on purpose: a check that comes out as null lets the row in
	constraint answer_needs_reason check (kind not in ('answered', 'raised') or private.has_words(because)),
	constraint answer_needs_answer check ((kind = 'answered') = (answer is not null)),
	constraint answer_needs_will_happen
		check (answer not in ('yes', 'partly', 'upheld', 'partly_upheld') or private.has_words(will_happen)),
	constraint answer_needs_day check (answer in ('no', 'not_upheld') or by_day is not null or kind <> 'answered'),
	constraint answer_needs_asked
		check (answer is distinct from 'not_mine' or (private.has_words(asked_whom) and asked_on is not null)),
	constraint handled_needs_day check (kind <> 'handled' or by_day is not null),
	constraint raised_needs_people
		check (kind <> 'raised' or (cardinality(with_ids) > 0 and told_child is not null) is true),
	constraint hidden_or_told check (not (hidden and told_child is true)),
	constraint planned_needs_session check ((kind = 'planned') = (session_id is not null)),
	constraint let_in_needs_whom check ((kind in ('let_in', 'given', 'taken_from')) = (whom is not null)),
	constraint helped_needs_helped check ((kind = 'helped') = (helped is not null))
);

create index on app.item_events (item_id);
create index on app.item_events (item_id) where kind = 'raised';
create index on app.item_events using gin (with_ids) where kind = 'raised';

create trigger never_changes
before update or delete on app.item_events
for each statement
execute function private.never_changes();
