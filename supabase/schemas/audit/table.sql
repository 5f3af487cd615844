-- What was changed about people, and by whom. Written by the calls that change them; nobody can change it.

create table app.audit (
	id bigint generated always as identity primary key,
	home_id uuid not null references app.homes,
	person_id uuid not null references app.people,
	login_id uuid not null references app.logins,
	at timestamptz not null default now(),
	what text not null,
	subject_id uuid, -- the person or thing that it was about; never a word of anybody's
	with_id uuid, -- who covers
	because text
);

create index on app.audit (home_id, at);

create trigger never_changes
before update or delete on app.audit
for each statement
execute function private.never_changes();

create function private.note_down(what text, subject uuid, because text default null, with_whom uuid default null)
returns void
language sql
security definer
set search_path = ''
as $$
	insert into app.audit (home_id, person_id, login_id, what, subject_id, with_id, because)
	values (private.my_home(), private.me(), private.my_login(), what, subject, with_whom, because);
$$;
