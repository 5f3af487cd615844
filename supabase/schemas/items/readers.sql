-- Who else reads what I can read, and what waits.

-- What only some adults may know of: I am one of them, and it cannot get to the person whom the worry is about, nor
-- (on a sign-in that is not mine) to anybody who is not one.
create function private.is_for_me(only_for uuid[], worry_about uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
	select
		(select private.me()) = any (only_for)
		and (worry_about is null or worry_about <> all ((select private.reached_by())::uuid[]))
		and ((select private.is_own()) or only_for @> (select private.reached_by()));
$$;

-- Who reads those of my items: the child sees all, also who comes next; an adult sees those of now. What was shared to
-- keep safe shows to those who shared it, to those it was shared with, and to the child (unless that is unsafe, or
-- this device is only lent the item: then it shows no more than an adult would see).
create function private.readers_of()
returns table (item_id uuid, person_id uuid, why text, words boolean, from_at timestamptz, until timestamptz)
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
	items uuid[] := private.items_i_can_read();
	mine uuid[] := case
		when (select private.may('speak')) then case
			when (select private.is_whole()) then items
			else private.my_items()
		end
	end;
begin
	return query select r.item_id, r.person_id, r.why, r.words, r.from_at, nullif(r.until, 'infinity')
		from private.readings(items) r
		where
			r.until > now()
			and case
				when r.item_id = any (mine) then not r.hidden
				else r.from_at <= now()
				and (r.only_for is null or private.is_for_me(r.only_for, r.worry_about))
			end;
end;
$$;

-- Whom I picked and who was shown to me before I sent it, of my own items: also those who are not there any more.
create function private.addressed()
returns table (item_id uuid, picked uuid[], as_key_worker uuid[], shown uuid[])
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select
			m.id,
			array(select r.reader_id from app.item_readers r where r.item_id = m.id order by 1),
			array(select r.reader_id from app.item_readers r where r.item_id = m.id and r.relation_id is not null order by 1),
			array(select s.person_id from app.shown s where s.item_id = m.id order by 1)
			from unnest(private.my_items()) m (id);
end;
$$;

-- Something waits with me, but its words were not to move: whose, and since when. Nothing else. (What a child tells of
-- themselves waits for nobody. And nothing on a login that is not whole, but what is lent to it: a count tells, too.)
create function private.waiting_with_me()
returns table (child_id uuid, asked_at timestamptz)
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	return query select i.child_id, i.asked_at
		from app.items i
		where
			i.closed_at is null
			and i.kind <> 'about_me'
			and i.id = any (
				array(
					select r.item_id
					from
						private.readings(
							array(select x.id from app.items x where x.home_id = (select private.my_home()) and x.closed_at is null),
							array[(select private.me())]
						) r
					where r.from_at <= now() and now() < r.until
					group by r.item_id
					having not bool_or(r.words)
				)
			)
			and i.id not in (select private.items_without_me())
			and ((select private.is_whole()) or private.lends(i.id));
end;
$$;

grant execute
on function private.is_for_me, private.readers_of, private.addressed, private.waiting_with_me
to authenticated;
