-- Who am I, and whom do I work with? Every policy asks these. Read rules of the people tables.
-- "(select …)" also inside: on a small table a bare call runs once for each row. And "any (array(select …))", not "in": only
-- so a read policy that follows another one finds its rows by index. Helpers are plpgsql, which keeps its plans.

-- My login, as the person whom the request named (or the only one that I am). Nobody: on a device that was cut off,
-- after I left, or while I am not at work; or when I am several and did not say which. Then every policy says no. A child who
-- left reads on for the home's time, which is said from the first day; what they may still write: private.goes_on.
create view private.asker as
	select a.* from (select l.id as login_id, p.id as person_id, p.home_id, p.role, l.own, l.frozen, l.reached_by, count(*) over () as logins
		from app.logins l join app.people p on p.id = l.person_id join app.homes h on h.id = p.home_id
		where l.account_id = (select auth.uid()) and l.cut_off_at is null and p.not_at_work_since is null
			and (p.left_at is null or (p.role = 'child' and now() < p.left_at + make_interval(days => h.reading_days)))
			and l.person_id = coalesce(nullif(current_setting('sayso.person', true), '')::uuid, l.person_id)) a
	where a.logins = 1;
create function private.my_login() returns uuid language plpgsql stable security definer set search_path = '' as $$
begin return (select login_id from private.asker); end $$;
create function private.me() returns uuid language plpgsql stable security definer set search_path = '' as $$
begin return (select person_id from private.asker); end $$;
create function private.my_home() returns uuid language plpgsql stable security definer set search_path = '' as $$
begin return (select home_id from private.asker); end $$;
create function private.my_role() returns app.role language plpgsql stable security definer set search_path = '' as $$
begin return (select role from private.asker); end $$;
-- Whether this login speaks for its person; whether it is stopped, or disputed; and the adults who might be the ones that hold it.
create function private.is_own() returns boolean language plpgsql stable security definer set search_path = '' as $$
begin return coalesce((select own from private.asker), false); end $$;
create function private.is_frozen() returns boolean language plpgsql stable security definer set search_path = '' as $$
begin return coalesce((select frozen from private.asker), true); end $$;
create function private.reached_by() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin return coalesce((select a.reached_by from private.asker a), '{}'); end $$;

-- Whether I may make this call. A child who left says nothing new: what was said goes on, and is theirs to take back, to
-- give, to answer to and to guard. A complaint may be asked again: it does not end because somebody moved.
create function private.goes_on(call text, item text) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.people where id = (select private.me()) and left_at is null)
		or call in ('take_back', 'let_in', 'give_too', 'take_from', 'say_if_it_helped', 'approve_device', 'cut_off_device', 'keep_device', 'disown_item', 'end_code')
		or (call = 'reopen' and exists (select from app.items i where i.id::text = goes_on.item and i.kind = 'complaint' and i.child_id = (select private.me())));
end $$;
grant execute on function private.goes_on to authenticated;

-- The children whose time together I plan: as their key worker, or covering for one (unless the child said no).
create function private.i_work_with() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
	return array(select k.child_id from app.key_workers k
		where k.worker_id = (select private.me()) and k.from_at <= now() and now() < k.until
		union select k.child_id from app.away a join app.key_workers k on k.worker_id = a.worker_id and k.home_id = a.home_id
		where a.cover_id = (select private.me()) and a.home_id = (select private.my_home())
			and a.from_at <= now() and now() < a.until and k.from_at <= now() and now() < k.until
			and not exists (select from app.refused_covers r where r.away_id = a.id and r.child_id = k.child_id));
end $$;
-- Those whose sessions and promises I may read: mine, or all of the home's for its manager, or my own as a child.
create function private.my_children() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
	return case (select private.my_role())
		when 'child' then case when (select private.is_frozen()) then '{}' else array[(select private.me())] end
		when 'worker' then (select private.i_work_with())
		when 'manager' then array(select id from app.people where home_id = (select private.my_home()) and role = 'child')
		else '{}' end;
end $$;
-- Who has a login that works. (Everybody of my home may know who has joined.)
create function private.joined() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
	return array(select l.person_id from app.logins l where l.home_id = (select private.my_home()) and l.cut_off_at is null);
end $$;
-- Why a relation ended: the child is told, and the manager knows. "Robin asked" is not for the worker whom it ended, whichever
-- device that worker may hold.
create function private.why_ended(key_worker uuid) returns text language plpgsql stable security definer set search_path = '' as $$
begin
	return (select k.because from app.key_workers k where k.id = key_worker and k.home_id = (select private.my_home())
		and k.worker_id <> all ((select private.reached_by())::uuid[])
		and (k.child_id = (select private.me()) or (select private.my_role()) in ('manager', 'responsible_individual')));
end $$;
grant execute on function private.is_own, private.is_frozen, private.reached_by, private.why_ended, private.my_login, private.me, private.my_home, private.my_role, private.i_work_with,
	private.my_children, private.joined to authenticated;

-- Who is somebody here, of the home's people.
create function private.is_staff_here(person uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.people where id = person and home_id = (select private.my_home()) and role <> 'child' and left_at is null);
end $$;
-- Also whoever has left: one may complain about them, and a wish that was written offline names the faces of that day.
create function private.was_staff_here(person uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.people where id = person and home_id = (select private.my_home()) and role <> 'child');
end $$;
create function private.is_child_here(person uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.people where id = person and home_id = (select private.my_home()) and role = 'child' and left_at is null);
end $$;
grant execute on function private.is_staff_here, private.was_staff_here, private.is_child_here to authenticated;

alter table app.homes enable row level security;
alter table app.people enable row level security;
alter table app.logins enable row level security;
alter table app.login_approvals enable row level security;
alter table app.login_stops enable row level security;
alter table app.key_workers enable row level security;
alter table app.away enable row level security;
alter table app.refused_covers enable row level security;
grant select on app.homes, app.people, app.logins, app.login_approvals, app.login_stops, app.away, app.refused_covers to authenticated;
grant select (id, home_id, child_id, worker_id, place, from_at, until) on app.key_workers to authenticated; -- why it ended: ask
grant insert (away_id) on app.refused_covers to authenticated;
alter table app.refused_covers alter column child_id set default private.me();

create policy homes_select_by_home on app.homes for select to authenticated
	using (id = (select private.my_home()));
create policy people_select_by_home on app.people for select to authenticated
	using (home_id = (select private.my_home())
		and (role <> 'child' or id = (select private.me()) or (select private.my_role()) <> 'child'));
create policy logins_select_by_owner_or_staff on app.logins for select to authenticated
	using (person_id = (select private.me()) or person_id = any ((select private.my_children())::uuid[])
		or (home_id = (select private.my_home()) and (select private.my_role()) in ('manager', 'responsible_individual')));
create policy login_approvals_select_with_login on app.login_approvals for select to authenticated
	using (login_id = any (array(select id from app.logins)));
create policy login_stops_select_with_login on app.login_stops for select to authenticated
	using (login_id = any (array(select id from app.logins)));
create policy key_workers_select_by_child_or_staff on app.key_workers for select to authenticated
	using (home_id = (select private.my_home())
		and (child_id = (select private.me()) or (select private.my_role()) <> 'child'));
create policy away_select_by_home on app.away for select to authenticated
	using (home_id = (select private.my_home()));
create policy refused_covers_select_by_child_or_staff on app.refused_covers for select to authenticated
	using (child_id = (select private.me()) or (away_id = any (array(select id from app.away)) and (select private.my_role()) <> 'child'));
create policy refused_covers_insert_by_child on app.refused_covers for insert to authenticated
	with check (child_id = (select private.me()) and (select private.my_role()) = 'child' and (select private.is_own()) and away_id in (select id from app.away));
