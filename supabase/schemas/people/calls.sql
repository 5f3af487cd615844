-- The calls that change people. There is no update grant: each is one function that runs as the owner, asks who calls,
-- and refuses when nothing changed. What a manager changes is written to the audit, which nobody can change.

create function private.add_person(id uuid, role app.role, name text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	if private.can(role, 'oversee') or not private.may_change(id, role) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	insert into app.people (id, home_id, role, name) values (id, private.my_home(), role, private.shown_name(name));
	perform private.note_down('add_person', id);
end;
$$;

create function calls.add_person(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_person((args ->> 'id')::uuid, (args ->> 'role')::app.role, args ->> 'name');
$$;

create function private.set_at_work(person uuid, at_work boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.people p
	set not_at_work_since = case
		when set_at_work.at_work then null
		else now()
	end
	where
		p.id = person
		and p.home_id = private.my_home()
		and p.role <> 'child'
		and p.left_at is null
		and (p.not_at_work_since is null) <> set_at_work.at_work
		and private.may_change(p.id, p.role);
	if not found then
		perform private.refuse('person_not_changed');
	end if;
	perform
		private.note_down(
			case
				when at_work then 'at_work'
				else 'not_at_work'
			end,
			person
		);
end;
$$;

create function calls.set_at_work(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.set_at_work((args ->> 'person')::uuid, (args -> 'at_work')::boolean);
$$;

create function private.person_left(person uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.people p
	set left_at = now()
	where p.id = person and p.home_id = private.my_home() and p.left_at is null and private.may_change(p.id, p.role);
	if not found then
		perform private.refuse('person_not_changed');
	end if;
	update app.key_workers set until = now() where (worker_id = person or child_id = person) and until = 'infinity';
	perform private.note_down('person_left', person);
end;
$$;

create function calls.person_left(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.person_left((args ->> 'person')::uuid);
$$;

-- pronouns null: the device knows none yet, and those that stand here stay.
create function private.set_my_face(name text, picture text, pronouns text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.people p
	set
		name = private.shown_name(set_my_face.name),
		picture = set_my_face.picture,
		pronouns = coalesce(private.shown_name(set_my_face.pronouns), p.pronouns)
	where p.id = private.me();
	if private.may('listen') then
		perform private.note_down('set_my_face', private.me());
	end if;
end;
$$;

create function calls.set_my_face(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.set_my_face(args ->> 'name', args ->> 'picture', args ->> 'pronouns');
$$;

create function private.set_home(args jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.must('run_home');
	-- Of an area of the world: pg_timezone_names holds files, too, that no browser knows (posixrules).
	if
		args ->> 'time_zone' !~ '^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/'
		or not exists (select from pg_catalog.pg_timezone_names where name = args ->> 'time_zone')
	then
		perform private.refuse('bad_time_zone');
	end if;
	update app.homes
	set
		name = private.shown_name(args ->> 'name'),
		nation = (args ->> 'nation')::app.nation,
		time_zone = args ->> 'time_zone',
		labels = args -> 'labels',
		rhythm_days = (args ->> 'rhythm_days')::int,
		unread_within = make_interval(hours => (args ->> 'unread_hours')::int),
		answer_within = make_interval(hours => (args ->> 'answer_hours')::int),
		complaint_within = coalesce(make_interval(hours => (args ->> 'complaint_hours')::int), complaint_within),
		reading_days = coalesce((args ->> 'reading_days')::int, reading_days),
		recordings = coalesce((args ->> 'recordings')::boolean, recordings)
	where id = private.my_home();
	perform private.note_down('set_home', private.my_home());
end;
$$;

create function calls.set_home(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.set_home(args);
$$;

grant execute
on function private.add_person, private.set_at_work, private.person_left, private.set_my_face, private.set_home
to authenticated;
