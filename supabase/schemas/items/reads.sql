-- What is asked of the rule, now, for the login that asks.
-- (jit off: compiling took 50 ms for a query of 7 ms, as soon as the tables were big.)

-- What of these items the person holds, whichever login asks.
create function private.held(items uuid[])
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	if (select private.may('speak')) then
		return array(select i.id from app.items i where i.child_id = (select private.me()) and i.id = any (items));
	end if;
	return array(
		select distinct r.item_id
		from private.readings(items, array[(select private.me())]) r
		where
			r.from_at <= now()
			and now() < r.until
			and r.words
			and (r.worry_about is null or r.worry_about <> all ((select private.reached_by())::uuid[]))
	);
end;
$$;

-- What is theirs to change: said by them, on this login or on one that vouched for it.
create function private.my_items()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me uuid := private.me();
	asked uuid[] := coalesce(
		private.shown_items(),
		array(select id from app.items where child_id = me or (author_id = me and kind = 'note'))
	);
begin
	return array(
		select id
		from app.items
		where
			id = any (asked)
			and author_id = me
			and (child_id = me or kind = 'note')
			and ((select private.is_whole()) or login_id = any ((select private.vouched())::uuid[]))
	);
end;
$$;

create function private.is_my_item(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.items
		where
			id = is_my_item.item
			and author_id = (select private.me())
			and ((select private.is_whole()) or login_id = any (private.vouched()))
	);
end;
$$;

-- Whether a person could read it with words while this login was there, without anybody telling them behind the
-- child's back: that would show itself.
create function private.could_read(person uuid, item uuid, since timestamptz)
returns boolean
language plpgsql
stable
set search_path = ''
set jit = off
as $$
begin
	return exists (
		select
		from private.readings(array[could_read.item], array[could_read.person]) r
		where r.words and not r.hidden and r.from_at <= now() and could_read.since < r.until
	);
end;
$$;

-- Law 1, no adult can become the child: an item that was shared elsewhere shows on this login only if every adult who
-- might hold it could read it anyway (then or later), or two adults who both can, and who cannot be one of those,
-- vouched for it.
create function private.lends(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
	mine uuid[] := private.vouched();
	made timestamptz := (select made_at from app.logins where id = private.my_login());
	strangers uuid[] := array(
		select a from unnest(private.reached_by()) a where not private.could_read(a, lends.item, made)
	);
begin
	return strangers = '{}'
	or exists (
		select
		from
			private.good_approvals a
			join private.good_approvals b on b.by_person > a.by_person
		where
			a.login_id = any (mine)
			and b.login_id = any (mine)
			and not a.by_self
			and not b.by_self
			and a.by_person <> all (b.reached_by)
			and b.by_person <> all (a.reached_by)
			and not a.reached_by && b.reached_by
			and not strangers && (a.reached_by || b.reached_by || a.by_person || b.by_person)
			and private.could_read(a.by_person, lends.item, a.at)
			and private.could_read(b.by_person, lends.item, b.at)
	);
end;
$$;

-- What of these items this login shows.
create function private.readable(items uuid[])
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
	mine uuid[];
begin
	if items = '{}' or (select private.is_frozen()) then
		return '{}';
	end if;
	if (select private.is_whole()) then
		return private.held(items);
	end if;
	mine := private.my_items();
	return array(select h.id from unnest(private.held(items)) h (id) where h.id = any (mine) or private.lends(h.id));
end;
$$;

-- One item: for the write policies, where it is asked once.
create function private.can_read(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	return (
		exists (select from app.items i where i.id = can_read.item and i.child_id = (select private.me()))
		or exists (
			select
			from private.readings(array[can_read.item], array[(select private.me())]) r
			where
				r.from_at <= now()
				and now() < r.until
				and r.words
				and (r.worry_about is null or r.worry_about <> all ((select private.reached_by())::uuid[]))
		)
	)
	and not (select private.is_frozen())
	and can_read.item not in (select private.items_without_me())
	and ((select private.is_whole()) or private.is_my_item(can_read.item) or private.lends(can_read.item));
end;
$$;

grant execute
on function private.my_items, private.is_my_item, private.can_read
to authenticated;
