-- "How we meet": agreed when both said yes to the newest.

create table app.agreements (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	made_by uuid not null default private.me() references app.people,
	made_at timestamptz not null default clock_timestamp(),
	how_often text not null constraint how_often_too_long check (char_length(how_often) <= 300),
	where_we_meet text not null constraint where_too_long check (char_length(where_we_meet) <= 300),
	how_to_stop text not null constraint how_to_stop_too_long check (char_length(how_to_stop) <= 300),
	notes_kept text not null constraint notes_too_long check (char_length(notes_kept) <= 300)
);

create index on app.agreements (child_id);
create index on app.agreements (home_id);

create table app.agreed (
	agreement_id uuid not null references app.agreements,
	person_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins,
	at timestamptz not null default now()
);
-- A yes from a device that was not the child's is followed by the child's own.
create unique index agreed_agreement_id_person_id_login_id_key on app.agreed (agreement_id, person_id, login_id)
nulls not distinct;
