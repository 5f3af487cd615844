-- The demo home's doors. Reached only by the owner of the database, never through the API.

-- The demo home's people, for the door; and a code that opens one of them, on this computer only (the server sees to
-- it).
create function private.demo_people()
returns json
language sql
stable
set search_path = ''
as $$
	select
		json_build_object(
			'home',
			h.name,
			'people',
			(
				select
					json_agg(
						json_build_object('key', lower(p.name), 'name', p.name, 'role', p.role, 'picture', p.picture)
						order by p.role, p.made_at, p.name
					)
				from app.people p
				where p.home_id = h.id and p.left_at is null
			)
		)
	from app.homes h
	where h.demo;
$$;

create function private.demo_code(key text, code_hash bytea)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.invites (id, home_id, person_id, made_by, made_by_login, code_hash, device)
	select gen_random_uuid(), h.id, p.id, null, null, demo_code.code_hash, 'Demo'
	from
		app.homes h
		join app.people p on p.home_id = h.id
	where h.demo and lower(p.name) = demo_code.key and p.left_at is null;
	if not found then
		perform private.refuse('no_such_person');
	end if;
end;
$$;
