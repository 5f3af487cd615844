-- What is asked of the rule, now, for the login that asks. The only place where the rule meets the clock.
-- (jit off: compiling took 50 ms for a query of 7 ms, as soon as the tables were big.)

create view private.reads_now as
	select child_id as person_id, id as item_id, true as words, null::uuid as worry_about from app.items
	union all
	select person_id, item_id, words, worry_about from private.reads where from_at <= now() and now() < until;

-- My login, and the logins of mine that vouched for it, one for the other (law 1).
create function private.vouched() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
	return array(with recursive chain (id) as (
			select private.my_login()
			union select a.by_login from app.login_approvals a join chain c on c.id = a.login_id
			join app.logins l on l.id = a.by_login and l.person_id = (select private.me()))
		select id from chain);
end $$;

-- Whether this login shows all that its person may see: a child's when no adult can be the one who holds it; an adult's when it is
-- their own (of what leaves out somebody who might hold it, see items_without).
create function private.is_whole() returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return case (select private.my_role()) when 'child' then (select private.reached_by()) = '{}' else (select private.is_own()) end;
end $$;

-- All that the person holds, whichever login asks; and of it, what is theirs to change: said by them, on this login or on
-- one that vouched for it.
create function private.held() returns uuid[] language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	if (select private.my_role()) = 'child' then return array(select id from app.items where child_id = (select private.me())); end if;
	return array(select distinct r.item_id from private.reads_now r where r.person_id = (select private.me()) and r.words
		and (r.worry_about is null or r.worry_about <> all ((select private.reached_by())::uuid[])));
end $$;
create function private.my_items() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
	return array(select id from app.items where author_id = (select private.me()) and (child_id = (select private.me()) or kind = 'note')
		and ((select private.is_whole()) or login_id = any ((select private.vouched())::uuid[])));
end $$;

-- Whether a person could read it with words while this login was there, without anybody telling them behind the child's back:
-- that would show itself.
create function private.could_read(person uuid, item uuid, since timestamptz) returns boolean
language sql stable set search_path = '' set jit = off as $$
	select exists (select from private.reads r where r.person_id = could_read.person and r.item_id = could_read.item
		and r.words and not r.hidden and r.from_at <= now() and could_read.since < r.until)
$$;

-- Law 1, no adult can become the child: an item that was shared elsewhere shows on this login only if every adult who might hold
-- it could read it anyway (then or later), or two adults who both can, and who cannot be one of those, vouched for it.
create function private.lends(item uuid) returns boolean language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
	mine uuid[] := private.vouched();
	made timestamptz := (select made_at from app.logins where id = private.my_login());
	strangers uuid[] := array(select a from unnest(private.reached_by()) a where not private.could_read(a, lends.item, made));
begin
	return strangers = '{}' or exists (select from private.good_approvals a join private.good_approvals b on b.by_person > a.by_person
		where a.login_id = any (mine) and b.login_id = any (mine) and not a.by_self and not b.by_self
			and a.by_person <> all (b.reached_by) and b.by_person <> all (a.reached_by) and not a.reached_by && b.reached_by
			and not strangers && (a.reached_by || b.reached_by || a.by_person || b.by_person)
			and private.could_read(a.by_person, lends.item, a.at) and private.could_read(b.by_person, lends.item, b.at));
end $$;

-- Left out of it, and nobody shared it with them to keep safe; or about them: any one of these people.
create function private.items_without(people uuid[]) returns setof uuid language plpgsql stable security definer set search_path = '' as $$
begin
	return query select l.item_id from app.left_out l where l.person_id = any (people)
			and not exists (select from app.item_events e where e.item_id = l.item_id and e.kind = 'raised' and e.with_ids @> array[l.person_id])
		union select i.id from app.items i where i.about_id = any (people);
end $$;

-- All of mine, as one array: for the read policies, so that each runs once a query and not once a row.
create function private.items_i_can_read() returns uuid[] language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
	mine uuid[];
begin
	if (select private.is_frozen()) then return '{}'; end if;
	if (select private.is_whole()) then return private.held(); end if;
	mine := private.my_items();
	return array(select h.id from unnest(private.held()) h (id) where h.id = any (mine) or private.lends(h.id));
end $$;

-- One item: for the write policies, where it is asked once.
create function private.can_read(item uuid) returns boolean language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	return exists (select from private.reads_now r where r.person_id = (select private.me()) and r.item_id = can_read.item and r.words
			and (r.worry_about is null or r.worry_about <> all ((select private.reached_by())::uuid[])))
		and not (select private.is_frozen()) and can_read.item not in (select private.items_without_me())
		and ((select private.is_whole()) or private.is_my_item(can_read.item) or private.lends(can_read.item));
end $$;

-- A second lock, that knows nothing of the rule: what leaves me out; and, on an adult's sign-in, what leaves out somebody who might
-- be the one that holds it (what was said on it, they know).
create function private.items_without_me() returns setof uuid language plpgsql stable security definer set search_path = '' as $$
begin
	return query select private.items_without(array[(select private.me())]);
	if (select private.my_role()) = 'child' or (select private.reached_by()) = '{}' then return; end if;
	return query select w.id from private.items_without((select private.reached_by())) w (id)
		where not exists (select from app.items i where i.id = w.id and i.login_id = any (private.vouched()));
end $$;

create function private.is_my_item(item uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.items where id = is_my_item.item and author_id = (select private.me())
		and ((select private.is_whole()) or login_id = any (private.vouched())));
end $$;

-- Something waits with me, but its words were not to move: whose, and since when. Nothing else. (And nothing on a login
-- that is not whole, but what is lent to it: a count tells, too.)
create function private.waiting_with_me() returns table (child_id uuid, asked_at timestamptz)
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	return query select i.child_id, i.asked_at from app.items i where i.closed_at is null
		and i.id = any (array(select r.item_id from private.reads_now r where r.person_id = (select private.me())
			group by r.item_id having not bool_or(r.words)))
		and i.id not in (select private.items_without_me())
		and ((select private.is_whole()) or private.lends(i.id));
end $$;

-- Whom one may pick: staff of the home. And the relation, if that person is a key worker of this child now.
create function private.may_pick(reader uuid, relation uuid, child uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return private.is_staff_here(reader)
		and relation is not distinct from (select id from app.key_workers where worker_id = reader
			and child_id = child and from_at <= now() and now() < until limit 1);
end $$;
-- Said in my name, but not on this login.
create function private.was_said_elsewhere(item uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.items i where i.id = was_said_elsewhere.item and i.author_id = (select private.me()) and i.child_id = i.author_id
		and i.login_id is distinct from (select private.my_login()));
end $$;
create function private.child_of(item uuid) returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
	return (select child_id from app.items where id = item);
end $$;
grant execute on function private.can_read, private.items_i_can_read, private.items_without_me, private.is_my_item, private.waiting_with_me,
	private.may_pick, private.vouched, private.is_whole, private.was_said_elsewhere, private.my_items, private.child_of to authenticated;
