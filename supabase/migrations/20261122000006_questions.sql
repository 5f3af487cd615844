-- What is asked of the rule, now, for the login that asks. The only place where the rule meets the clock.
-- (jit off: compiling took 50 ms for a query of 7 ms, as soon as the tables were big.)

create view private.reads_now as
	select child_id as person_id, id as item_id, true as words from app.items
	union all
	select person_id, item_id, words from private.reads where from_at <= now() and now() < until;

-- My login, and the logins of mine that vouched for it, one for the other (law 1).
create function private.vouched() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
	return array(with recursive chain (id) as (
			select private.my_login()
			union select a.by_login from app.login_approvals a join chain c on c.id = a.login_id
			join app.logins l on l.id = a.by_login and l.person_id = (select private.me()))
		select id from chain);
end $$;

create function private.is_whole() returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.logins where id = any ((select private.vouched())::uuid[]) and whole);
end $$;

-- Law 1, no adult can become the child: items that were shared elsewhere and still show on this login, since whoever
-- invited it could read them anyway (then or later), or two adults who both can vouched for it. What was shared to keep
-- safe behind the child's back lends nothing: it would show itself. Null: this login is whole, all show.
create function private.lent() returns uuid[] language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
	mine uuid[] := private.vouched();
begin
	if (select private.is_whole()) then return null; end if;
	return array(
		select r.item_id from app.logins l join private.reads r on r.person_id = l.invited_by
		where l.id = any (mine) and r.words and not r.hidden and r.from_at <= now() and l.made_at < r.until
		union select r.item_id from app.login_approvals a join private.reads r on r.person_id = a.by_person
		where a.login_id = any (mine) and a.by_person <> (select private.me())
			and r.words and not r.hidden and r.from_at <= now() and a.at < r.until
		group by r.item_id having count(distinct r.person_id) > 1);
end $$;

-- All of mine, as one array: for the read policies, so that each runs once a query and not once a row.
create function private.items_i_can_read() returns uuid[] language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
	mine uuid[] := private.vouched();
	lent uuid[] := private.lent();
begin
	return array(select i.id from app.items i
		where i.id in (select item_id from private.reads_now where person_id = (select private.me()) and words)
			and (lent is null or i.id = any (lent) or i.login_id = any (mine)));
end $$;

-- One item: for the write policies, where it is asked once.
create function private.can_read(item uuid) returns boolean language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	if not exists (select from private.reads_now r where r.person_id = (select private.me()) and r.item_id = can_read.item and r.words)
	then return false; end if;
	return exists (select from app.items where id = can_read.item and login_id = any (private.vouched()))
		or coalesce(can_read.item = any (private.lent()), true);
end $$;

-- A second lock, that knows nothing of the rule: left out of it, and nobody shared it with me to keep safe; or about me.
create function private.items_without_me() returns setof uuid language sql stable security definer set search_path = '' as $$
	(select item_id from app.left_out where person_id = (select private.me())
	except select item_id from app.item_events where kind = 'raised' and with_ids @> array[(select private.me())])
	union select id from app.items where about_id = (select private.me())
$$;

-- Mine to change: said by me, here or on a login that vouched for this one. (What is only lent to it, it may read.)
create function private.is_my_item(item uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.items where id = is_my_item.item and author_id = (select private.me())
		and (login_id = any (private.vouched()) or (select private.is_whole())));
end $$;

-- Something waits with me, but its words were not to move: whose, and since when. Nothing else. (And nothing on a login
-- that is not whole, but what is lent to it: a count tells, too.)
create function private.waiting_with_me() returns table (child_id uuid, asked_at timestamptz)
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
	lent uuid[] := private.lent();
begin
	return query select i.child_id, i.asked_at from app.items i where i.closed_at is null and (lent is null or i.id = any (lent))
		and i.id = any (array(select r.item_id from private.reads_now r where r.person_id = (select private.me())
			group by r.item_id having not bool_or(r.words)));
end $$;

-- Who reads those of my items: the child sees all, also who comes next; an adult sees those of now. What was shared
-- to keep safe shows to those who shared it, to those it was shared with, and to the child (unless that is unsafe).
create function private.readers_of() returns table (item_id uuid, person_id uuid, why text, words boolean, from_at timestamptz, until timestamptz)
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
	child boolean := (select private.my_role()) = 'child';
begin
	return query select r.item_id, r.person_id, r.why, r.words, r.from_at, nullif(r.until, 'infinity')
		from unnest(private.items_i_can_read()) as m (id) cross join lateral -- "offset 0": item by item, by index; else whole tables are hashed
			(select * from private.reads x where x.item_id = m.id and x.until > now() offset 0) r
		where case when child then not r.hidden
			else r.from_at <= now() and (r.only_for is null or (select private.me()) = any (r.only_for)) end;
end $$;

-- Whom I picked and who was shown to me before I sent it, of my own items: also those who are not there any more.
create function private.addressed() returns table (item_id uuid, picked uuid[], shown uuid[])
language plpgsql stable security definer set search_path = '' as $$
begin
	return query select i.id, array(select r.reader_id from app.item_readers r where r.item_id = i.id order by 1),
			array(select s.person_id from app.shown s where s.item_id = i.id order by 1)
		from unnest(private.items_i_can_read()) m (id) join app.items i on i.id = m.id where i.author_id = (select private.me());
end $$;

-- Whom one may pick: staff of the home. And the relation, if that person is a key worker of this child now.
create function private.may_pick(reader uuid, relation uuid, child uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return private.is_staff_here(reader)
		and relation is not distinct from (select id from app.key_workers where worker_id = reader
			and child_id = child and from_at <= now() and now() < until limit 1);
end $$;
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
create function private.child_of(item uuid) returns uuid language sql stable security definer set search_path = '' as $$
	select child_id from app.items where id = item
$$;
grant execute on function private.can_read, private.items_i_can_read, private.items_without_me, private.is_my_item,
	private.waiting_with_me, private.readers_of, private.addressed, private.may_pick, private.is_staff_here,
	private.was_staff_here, private.vouched, private.is_whole, private.is_child_here, private.child_of to authenticated;
