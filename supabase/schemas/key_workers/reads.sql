-- Whom do I work with, and why did that end?

-- The children whose time together somebody plans: as their key worker, or covering for one (unless the child said no).
create function private.works_with(person uuid, home uuid)
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
begin
	return array(
		select k.child_id
		from app.key_workers k
		where k.worker_id = person and k.from_at <= now() and now() < k.until
		union
		select k.child_id
		from
			app.away a
			join app.key_workers k on k.worker_id = a.worker_id and k.home_id = a.home_id
		where
			a.cover_id = person
			and a.home_id = home
			and a.from_at <= now()
			and now() < a.until
			and k.from_at <= now()
			and now() < k.until
			and not exists (select from app.refused_covers r where r.away_id = a.id and r.child_id = k.child_id)
	);
end;
$$;

create function private.i_work_with()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
	me private.asker;
begin
	select * into me from private.asker;
	return private.works_with(me.person_id, me.home_id);
end;
$$;

-- Those whose sessions and promises I may read: mine, or all of the home's for its manager, or my own as a child. (A
-- view asks it ten times: so it asks once who I am.)
create function private.my_children()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
	me private.asker;
begin
	select * into me from private.asker;
	return case private.reach_for(me.role, 'see_sessions')
		when 'self' then case
			when me.frozen then '{}'
			else array[me.person_id]
		end
		when 'theirs' then private.works_with(me.person_id, me.home_id)
		when 'home' then array(select id from app.people where home_id = me.home_id and role = 'child')
		else '{}'
	end;
end;
$$;

-- Why a relation ended: the child is told, and whoever leads the home knows. "Robin asked" is not for the worker whom
-- it ended, whichever device that worker may hold, and not when that worker is the manager.
create function private.why_ended()
returns table (id uuid, because text)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select k.id, k.because
		from app.key_workers k
		where
			k.home_id = (select private.my_home())
			and k.because is not null
			and k.worker_id <> all ((select private.reached_by() || private.me())::uuid[])
			and (k.child_id = (select private.me()) or (select private.may('lead_home')));
end;
$$;

grant execute on function private.i_work_with, private.my_children, private.why_ended to authenticated;
