-- Who is somebody here, of the home's people.

create function private.is_staff_here(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.people
		where id = person and home_id = (select private.my_home()) and role <> 'child' and left_at is null
	);
end;
$$;

-- Also whoever has left: one may complain about them, and a wish that was written offline names the faces of that day.
create function private.was_staff_here(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (select from app.people where id = person and home_id = (select private.my_home()) and role <> 'child');
end;
$$;

create function private.is_child_here(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.people
		where id = person and home_id = (select private.my_home()) and role = 'child' and left_at is null
	);
end;
$$;

-- Who has a login that works. (Everybody of my home may know who has joined.)
create function private.joined()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return array(
		select l.person_id from app.logins l where l.home_id = (select private.my_home()) and l.cut_off_at is null
	);
end;
$$;

grant execute
on function private.is_staff_here, private.was_staff_here, private.is_child_here, private.joined
to authenticated;
