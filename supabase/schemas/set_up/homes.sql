-- A new home. Reached only by the owner of the database, never through the API.

-- A one-time code from the owner of the database, good for a week.
create function private.owner_code(person uuid, code_hash bytea)
returns void
language sql
set search_path = ''
as $$
	insert into app.invites (id, home_id, person_id, made_by, made_by_login, code_hash, device, expires_at)
	select
		gen_random_uuid(),
		p.home_id,
		p.id,
		null,
		null,
		owner_code.code_hash,
		'First sign-in',
		now() + interval '7 days'
	from app.people p
	where p.id = person;
$$;

-- Names the home's responsible individual, or a new one in place of whoever was it before, and makes the one-time
-- code. Under the name of the one who is it now: only a new code.
create function private.name_responsible(home_name text, responsible_name text, code_hash bytea)
returns void
language plpgsql
set search_path = ''
as $$
declare
	home uuid := (select id from app.homes where private.name_form(name) = private.name_form(home_name));
	person uuid;
begin
	if home is null then
		perform private.refuse('no_such_home');
	end if;
	select id
	into person
	from app.people
	where
		home_id = home
		and role = 'responsible_individual'
		and left_at is null
		and private.name_form(name) = private.name_form(responsible_name);
	if person is null then
		update app.people set left_at = now() where home_id = home and role = 'responsible_individual' and left_at is null;
		person := gen_random_uuid();
		insert into app.people (id, home_id, role, name)
		values (person, home, 'responsible_individual', private.shown_name(responsible_name));
	end if;
	perform private.owner_code(person, code_hash);
end;
$$;

-- Makes a home with its first manager and the responsible individual above them, and a one-time code for each one's
-- sign-in; refuses where a home exists already under that name. The two names and codes come from whoever sets up:
-- neither person has power over the other's. Each hash is the SHA-256 of a code.
create function private.found_home(
	home_name text,
	manager_name text,
	code_hash bytea,
	responsible_name text,
	responsible_hash bytea
)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
	home uuid;
	manager uuid := gen_random_uuid();
begin
	if exists (select from app.homes where private.name_form(name) = private.name_form(home_name)) then
		perform private.refuse('home_exists');
	end if;
	insert into app.homes (name) values (private.shown_name(home_name)) returning id into home;
	insert into app.people (id, home_id, role, name) values (manager, home, 'manager', private.shown_name(manager_name));
	perform private.owner_code(manager, code_hash);
	perform private.name_responsible(home_name, responsible_name, responsible_hash);
	return home;
end;
$$;

-- Who runs the one home of this database and has not signed in yet: the first manager, and the responsible individual.
create function private.not_joined_yet()
returns table (person_id uuid, name text, role app.role)
language sql
stable
set search_path = ''
as $$
	select distinct on (p.home_id, p.role) p.id, p.name, p.role
	from app.people p
	where
		p.role in ('manager', 'responsible_individual')
		and p.left_at is null
		and not exists (
			select
			from
				app.logins l
				join app.people o on o.id = l.person_id
			where l.home_id = p.home_id and o.role = p.role
		)
	order by p.home_id, p.role, p.made_at;
$$;
