-- Who am I? Every policy and every default asks these. "(select …)" also inside: on a small table a bare call runs
-- once for each row. And "any (array(select …))", not "in": only so a read policy that follows another one finds its
-- rows by index. Helpers are plpgsql, which keeps its plans.

-- My login, as the person whom the request named (or the only one that I am). Nobody: on a device that was cut off,
-- after I left, or while I am not at work; or when I am several and did not say which. Then every policy says no. A
-- child who left reads on for the home's time, which is said from the first day; what they may still write:
-- private.goes_on.
-- A view asks this some eighty times: so whatever asks it looks no table through, as the planner does to small ones
-- ("enable_seqscan"). It is never kept for a request: what was true a call ago (not cut off, not gone, this person) is
-- asked again, and there is nothing to forge.
create view private.asker as
	select a.*
	from
		(
			select
				l.id as login_id,
				p.id as person_id,
				p.home_id,
				p.role,
				l.own,
				l.frozen,
				l.reached_by,
				count(*) over () as logins
			from
				app.logins l
				join app.people p on p.id = l.person_id
			where
				l.account_id = (select auth.uid())
				and l.cut_off_at is null
				and p.not_at_work_since is null
				and (
					p.left_at is null
					or (
						p.role = 'child'
						and now() < p.left_at + make_interval(
							days => (select h.reading_days from app.homes h where h.id = p.home_id)
						)
					)
				)
				and l.person_id = coalesce(nullif(current_setting('sayso.person', true), '')::uuid, l.person_id)
		) a
	where a.logins = 1;

create function private.my_login()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select login_id from private.asker);
end;
$$;

create function private.me()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select person_id from private.asker);
end;
$$;

create function private.my_home()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select home_id from private.asker);
end;
$$;

create function private.my_role()
returns app.role
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select role from private.asker);
end;
$$;

-- Whether this login speaks for its person; whether it is stopped, or disputed; and the adults who might be the ones
-- that hold it.
create function private.is_own()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce((select own from private.asker), false);
end;
$$;

create function private.is_frozen()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce((select frozen from private.asker), true);
end;
$$;

create function private.reached_by()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce((select a.reached_by from private.asker a), '{}');
end;
$$;

grant execute
on function private.my_login,
private.me,
private.my_home,
private.my_role,
private.is_own,
private.is_frozen,
private.reached_by
to authenticated;
