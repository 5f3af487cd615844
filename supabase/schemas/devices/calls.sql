-- Logins are vouched for, stopped and cut off.

-- Two devices of a child dispute which one is the child's: two adults, neither of whom made either, say yes to one.
-- The other one was never theirs.
create function private.settle(login uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	s record;
begin
	for s in select
		d.id,
		d.contested_at,
		case d.login_id
			when login then d.by_login
			else d.login_id
		end as other
	from app.login_stops d
	where login in (d.login_id, d.by_login) and d.ended_at is null and d.contested_at is not null loop
		if private.two_adults(login, private.hands(login) || private.hands(s.other), s.contested_at) then
			update app.login_stops set ended_at = clock_timestamp() where id = s.id;
			update app.logins
			set
				cut_off_at = now(),
				disowned_at = now()
			where id = s.other;
		end if;
	end loop;
end;
$$;

-- On one of my own logins I vouch for another of mine; an adult of the home vouches for somebody else's, unless their
-- code led there, or a code of somebody whose code led to their own login. Whoever stopped a device may say that it is
-- theirs after all.
create function private.approve_device(login uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	it app.logins;
begin
	select *
	into it
	from app.logins l
	where
		l.id = login
		and l.home_id = private.my_home()
		and l.cut_off_at is null
		and l.id <> private.my_login()
		and (l.person_id = private.me() or private.may('listen'));
	if it.id is null then
		perform private.refuse('no_such_device');
	end if;
	update app.login_stops s
	set ended_at = clock_timestamp()
	where s.login_id = it.id and s.by_login = private.my_login() and s.ended_at is null;
	if not found and private.is_frozen() then
		perform private.refuse('device_stopped');
	end if;
	if it.person_id <> private.me() and (private.reached_by() || private.me()) && it.reached_by then
		perform private.refuse('approval_does_not_count');
	end if;
	insert into app.login_approvals (login_id, by_login, by_person)
	values (it.id, private.my_login(), private.me())
	on conflict (login_id, by_person, by_login) do update
		set at = excluded.at
		where login_approvals.by_person <> it.person_id;
	perform private.settle(it.id);
	perform private.note_down('approve_device', login);
end;
$$;

create function calls.approve_device(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.approve_device((args ->> 'login')::uuid);
$$;

-- A lost device is cut off: by its person on another sign-in, a child's key worker, or whoever runs the people. A
-- child's device that another one of the child's stops, stops at once, too; but since either of them may be false, it
-- may answer (keep_device).
create function private.cut_off_device(login uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	it app.logins;
	its_role app.role;
begin
	select l.*
	into it
	from app.logins l
	where l.id = login and l.cut_off_at is null and l.home_id = private.my_home() and l.id <> private.my_login();
	select p.role into its_role from app.people p where p.id = it.person_id;
	if it.person_id = private.me() and its_role = 'child' then
		insert into app.login_stops (login_id, by_login)
		values (it.id, private.my_login())
		on conflict (login_id) where ended_at is null do nothing;
	elseif
		it.person_id = private.me()
		or it.person_id = any (private.i_work_with())
		or private.may_change(it.person_id, its_role)
		or (private.may('oversee') and its_role <> 'child')
	then
		if
			exists (
				select
				from app.login_stops s
				where it.id in (s.login_id, s.by_login) and s.ended_at is null and s.contested_at is not null
			)
		then
			perform private.refuse('device_disputed');
		end if;
		update app.logins set cut_off_at = now() where id = it.id;
		update app.login_stops s
		set ended_at = clock_timestamp()
		where it.id in (s.login_id, s.by_login) and s.ended_at is null;
	else
		perform private.refuse('no_such_device');
	end if;
	perform private.note_down('cut_off_device', login);
end;
$$;

create function calls.cut_off_device(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.cut_off_device((args ->> 'login')::uuid);
$$;

-- "This one is mine": on a device that was stopped.
create function private.keep_device()
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.login_stops s
	set contested_at = clock_timestamp()
	where s.login_id = private.my_login() and s.ended_at is null and s.contested_at is null;
	if not found then
		perform private.refuse('device_not_stopped');
	end if;
	perform private.note_down('keep_device', private.my_login());
end;
$$;

create function calls.keep_device(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.keep_device();
$$;

grant execute on function private.approve_device, private.cut_off_device, private.keep_device to authenticated;
