-- Logins: who signs in on which device; who vouched for it; who stopped it.

-- A child's account is one device; a staff account is an e-mail and a password. One account may be a person in
-- several homes. whole: made by the home's owner, or a staff member's first: it never waits for approval (law 1).
create table app.logins (
	id uuid primary key default gen_random_uuid(),
	account_id uuid not null references auth.users
		on delete cascade,
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
	-- Stopped by another device of the child, or one of two that dispute: it reads nothing new.
	frozen boolean not null default false,
	reached_by uuid[] not null default '{}', -- adults whose codes lead to it, and whom nobody else's yes rules out
	unique (account_id, person_id)
);

create index on app.logins (person_id);
create index on app.logins (home_id);
create index on app.logins (invited_by_login);

-- Who vouched for a login: another login of the same person, or an adult of the home.
create table app.login_approvals (
	login_id uuid not null references app.logins
		on delete cascade,
	by_login uuid not null references app.logins
		on delete cascade,
	by_person uuid not null references app.people,
	at timestamptz not null default clock_timestamp(),
	primary key (login_id, by_person, by_login)
);

create index on app.login_approvals (by_login);

-- A child's device that another device of the child stopped. It may say that it is the child's all the same: then
-- neither reads anything new until two adults, neither of whom made either, say yes to one of them.
create table app.login_stops (
	id uuid primary key default gen_random_uuid(),
	login_id uuid not null references app.logins
		on delete cascade,
	by_login uuid not null references app.logins
		on delete cascade check (by_login <> login_id),
	at timestamptz not null default clock_timestamp(),
	contested_at timestamptz,
	ended_at timestamptz
);

create unique index on app.login_stops (login_id) where ended_at is null;
create index on app.login_stops (login_id);
create index on app.login_stops (by_login);
