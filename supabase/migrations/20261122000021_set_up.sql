-- A new home, and the demo home's doors. Reached only by the owner of the database, never through the API.

-- Makes a home with its first manager and a one-time code for that person's sign-in; refuses where a home exists
-- already under that name. code_hash: SHA-256 of the code; good for a week.
create function private.found_home(home_name text, manager_name text, code_hash bytea) returns uuid
language plpgsql set search_path = '' as $$
declare
	home uuid;
	person uuid := gen_random_uuid();
begin
	if exists (select from app.homes where private.name_form(name) = private.name_form(home_name)) then perform private.refuse('home_exists'); end if;
	insert into app.homes (name) values (private.shown_name(home_name)) returning id into home;
	insert into app.people (id, home_id, role, name) values (person, home, 'manager', private.shown_name(manager_name));
	insert into app.invites (id, home_id, person_id, made_by, code_hash, device, expires_at)
	values (gen_random_uuid(), home, person, null, found_home.code_hash, 'First sign-in', now() + interval '7 days');
	return home;
end $$;

-- A fresh code for the manager of a home where nobody has signed in yet. Null: somebody has.
create function private.manager_code(code_hash bytea) returns text language plpgsql set search_path = '' as $$
declare
	manager app.people;
begin
	if exists (select from app.logins) then return null; end if;
	select * into manager from app.people where role = 'manager' order by made_at limit 1;
	insert into app.invites (id, home_id, person_id, made_by, code_hash, device, expires_at)
	values (gen_random_uuid(), manager.home_id, manager.id, null, manager_code.code_hash, 'First sign-in', now() + interval '7 days');
	return manager.name;
end $$;

-- The demo home's people, for the door; and a code that opens one of them, on this computer only (the server sees to it).
create function private.demo_people() returns json language sql stable set search_path = '' as $$
	select json_build_object('home', h.name, 'people', (select json_agg(json_build_object('key', lower(p.name), 'name', p.name,
		'role', p.role, 'picture', p.picture) order by p.role, p.made_at, p.name) from app.people p where p.home_id = h.id and p.left_at is null))
	from app.homes h where h.demo
$$;
create function private.demo_code(key text, code_hash bytea) returns void language plpgsql set search_path = '' as $$
begin
	insert into app.invites (id, home_id, person_id, made_by, code_hash, device)
	select gen_random_uuid(), h.id, p.id, null, demo_code.code_hash, 'Demo'
	from app.homes h join app.people p on p.home_id = h.id where h.demo and lower(p.name) = demo_code.key and p.left_at is null;
	if not found then perform private.refuse('no_such_person'); end if;
end $$;
